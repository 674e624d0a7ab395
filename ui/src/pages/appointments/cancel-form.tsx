import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Appointment, cancelAppointment } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { all, atMost, required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";

const check = all(required, atMost(500));

/** Cancelling is final, so it asks: the reason, and says what follows. */
export function CancelForm({ appointment, onDone }: { appointment: Appointment; onDone: () => void }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const cancel = useMutation(cancelAppointment);
  const words = useTimeWords(useToday());
  const submit = () => {
    const wrong = check(reason);
    setProblem(wrong);
    if (wrong) return;
    cancel.mutate([appointment.id, reason.trim()], {
      onSuccess: () => {
        tell(m.cancelled({ name: appointment.person.name }));
        onDone();
      },
      onError: (error) => setProblem(fieldErrors(asFailure(error).fields).reason ?? null),
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Text>{m.cancel_intro({ when: words.moment(appointment.start) })}</Text>
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
          <Button type="submit" color="red.9" loading={cancel.isPending}>
            {m.cancel_confirm()}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
