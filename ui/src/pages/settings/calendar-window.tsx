import { Button, Group, Stack, Switch, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { asFailure } from "@/api/failure";
import { type BusyFeed, updateBusyFeed } from "@/api/feeds";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { FormWindow } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { atMost, required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";

export function CalendarWindow({ feed, onClose }: { feed: BusyFeed; onClose: () => void }) {
  const [name, setName] = useState(feed.name);
  const [enabled, setEnabled] = useState(feed.enabled);
  const [allDayBlocks, setAllDayBlocks] = useState(feed.allDayBlocks);
  const [error, setError] = useState<string | null>(null);
  const update = useMutation(updateBusyFeed);
  const { form } = useFirstWrong();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = required(name) ?? atMost(80)(name);
    setError(wrong);
    if (wrong) return;
    update.mutate([feed.id, { name: name.trim(), enabled, allDayBlocks }], {
      onSuccess: () => {
        tell(m.saved());
        onClose();
      },
      onError: (failed) => setError(fieldErrors(asFailure(failed).fields).name ?? null),
    });
  };
  const changed = name !== feed.name || enabled !== feed.enabled || allDayBlocks !== feed.allDayBlocks;
  return (
    <FormWindow changed={changed} onClose={onClose} title={m.feed_edit({ name: feed.name })} size={480}>
      <form ref={form} noValidate onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={m.feed_name()}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error}
            data-autofocus
          />
          <Switch
            label={m.feed_enabled()}
            description={m.feed_enabled_hint()}
            checked={enabled}
            onChange={(event) => setEnabled(event.currentTarget.checked)}
          />
          <Switch
            label={m.feed_all_day()}
            description={m.feed_all_day_hint()}
            checked={allDayBlocks}
            disabled={!enabled}
            onChange={(event) => setAllDayBlocks(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {m.save()}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormWindow>
  );
}
