import { Button, Group, Stack, Switch } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { asFailure } from "@/api/failure";
import type { Settings } from "@/api/session";
import { useFirstWrong } from "@/components/first-wrong";
import { TimeField } from "@/components/time-field";
import { Unsaved } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { fieldErrors } from "@/text/field-problem";
import { useChangeSettings } from "./change-settings";
import { Section } from "./section";

const night = { fromMin: 1260, toMin: 480 };

/** Midnight typed as the end of a day is the beginning of the next. */
const inDay = (minutes: number) => minutes % 1440;

/** When nothing pops up: what falls due then waits for the end, or is shown in the window alone. */
export function QuietHoursSection({ settings }: { settings: Settings }) {
  const { change } = useChangeSettings();
  const { quietHours } = settings;
  return (
    <Section title={m.quiet_title()} hint={m.quiet_hint()}>
      <Switch
        label={m.quiet_switch()}
        checked={quietHours !== null}
        onChange={(event) => change({ quietHours: event.currentTarget.checked ? night : null })}
      />
      {quietHours && <Hours saved={quietHours} />}
    </Section>
  );
}

type Errors = Record<string, string>;

function Hours({ saved }: { saved: { fromMin: number; toMin: number } }) {
  const { change, isPending } = useChangeSettings();
  const [from, setFrom] = useState<number | null>(saved.fromMin);
  const [to, setTo] = useState<number | null>(saved.toMin);
  const [errors, setErrors] = useState<Errors>({});
  const { form } = useFirstWrong();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from === null || to === null) {
      const required = m.time_not_understood();
      return setErrors({ ...(from === null && { from: required }), ...(to === null && { to: required }) });
    }
    const quietHours = { fromMin: inDay(from), toMin: inDay(to) };
    if (quietHours.fromMin === quietHours.toMin) return setErrors({ to: m.quiet_same() });
    change({ quietHours }, (error) => {
      const told = fieldErrors(asFailure(error).fields);
      const at = { from: told["quietHours.fromMin"], to: told["quietHours.toMin"] };
      setErrors(Object.fromEntries(Object.entries(at).filter(([, words]) => words)) as Errors);
    });
  };
  const changed = from !== saved.fromMin || to !== saved.toMin;
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack mt="md" gap="md">
        <Group align="start" grow maw={440}>
          <TimeField
            label={m.quiet_from()}
            value={from}
            onChange={(next) => {
              setFrom(next);
              setErrors({});
            }}
            error={errors.from}
            width={150}
          />
          <TimeField
            label={m.quiet_to()}
            value={to}
            onChange={(next) => {
              setTo(next);
              setErrors({});
            }}
            error={errors.to}
            width={150}
          />
        </Group>
        <Group>
          <Button type="submit" variant="default" disabled={!changed} loading={isPending}>
            {m.save()}
          </Button>
        </Group>
      </Stack>
      <Unsaved changed={changed && !isPending} />
    </form>
  );
}
