import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type AppointmentDetails, cancelAppointment, cancelSeries } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { all, atMost, required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { type Scope, ScopeChoice } from "./scope-choice";

const check = all(required, atMost(500));

/** Cancelling is final, so it asks: the reason, of a series which ones, and says what follows. */
export function CancelForm({ details, onDone }: { details: AppointmentDetails; onDone: () => void }) {
  const { appointment, series } = details;
  const [reason, setReason] = useState("");
  const [scope, setScope] = useState<Scope>("one");
  const [problem, setProblem] = useState<string | null>(null);
  const one = useMutation(cancelAppointment);
  const several = useMutation(cancelSeries);
  const { form } = useFirstWrong();
  const words = useTimeWords(useToday());
  const intro = appointment.kind === "video" ? m.cancel_intro : m.cancel_intro_no_room;
  const submit = () => {
    const wrong = check(reason);
    setProblem(wrong);
    if (wrong) return;
    const onError = (error: Error) => setProblem(fieldErrors(asFailure(error).fields).reason ?? null);
    const { name } = appointment.person;
    const done = (count: number) => {
      tell(count > 1 ? m.cancelled_several({ count, name }) : m.cancelled({ name }));
      onDone();
    };
    if (scope === "one") {
      one.mutate([appointment.id, reason.trim()], { onError, onSuccess: () => done(1) });
    } else {
      several.mutate([appointment.id, scope, reason.trim()], { onError, onSuccess: (those) => done(those.length) });
    }
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Text>{intro({ when: words.moment(appointment.start) })}</Text>
        <ScopeChoice series={series} scope={scope} onScope={setScope} />
        <Textarea
          label={m.cancel_reason()}
          autosize
          minRows={2}
          data-autofocus
          autoFocus
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setProblem(null);
          }}
          error={problem}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {m.cancel_keep()}
          </Button>
          <Button type="submit" color="red.9" loading={one.isPending || several.isPending}>
            {scope === "one" ? m.cancel_confirm() : m.cancel_confirm_several()}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
