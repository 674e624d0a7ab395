import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { asFailure } from "@/api/failure";
import { addBusyFeed } from "@/api/feeds";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { FormWindow } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { atMost, required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";

/** The address goes to Rust and is not seen here again: whoever has it can read the calendar. */
export function NewCalendarWindow({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const add = useMutation(addBusyFeed);
  const { form } = useFirstWrong();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = { name: required(name) ?? atMost(80)(name), address: required(address) ?? atMost(2000)(address) };
    const told = Object.entries(wrong).flatMap(([field, words]) => (words ? [[field, words] as const] : []));
    setErrors(Object.fromEntries(told));
    if (told.length > 0) return;
    add.mutate([{ name: name.trim(), address: address.trim() }], {
      onSuccess: () => {
        tell(m.feed_added({ name: name.trim() }));
        onClose();
      },
      onError: (error) => setErrors(fieldErrors(asFailure(error).fields)),
    });
  };
  return (
    <FormWindow changed={name !== "" || address !== ""} onClose={onClose} title={m.feed_add()} size={520}>
      <form ref={form} noValidate onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={m.feed_name()}
            placeholder={m.feed_name_example()}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors.name}
            data-autofocus
          />
          <TextInput
            label={m.feed_address()}
            description={m.feed_address_hint()}
            placeholder={m.feed_address_example()}
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={errors.address}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {m.add()}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormWindow>
  );
}
