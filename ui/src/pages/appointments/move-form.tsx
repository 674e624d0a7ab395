import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Appointment, rescheduleAppointment } from "@/api/appointments";
import { slotsForPeriod } from "@/api/availability";
import { asFailure, type Failure } from "@/api/failure";
import { tellWithUndo } from "@/components/notice";
import { type Choice, SlotPicker } from "@/components/slot-picker";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { dateIn, minutesBetween, monthOf } from "@/time/zone";

export function MoveForm({ appointment, onDone }: { appointment: Appointment; onDone: () => void }) {
  const { zone } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const from = dateIn(appointment.start, zone);
  const [month, setMonth] = useState(from > today ? from : today);
  const [choice, setChoice] = useState<Choice>({ day: null, start: null, outside: false });
  const [failure, setFailure] = useState<Failure | null>(null);
  const { first, last } = monthOf(month);
  const { data: days } = useQuery({
    ...slotsForPeriod(appointment.typeId, first, last),
    placeholderData: keepPreviousData,
  });
  const { mutate, isPending } = useMutation(rescheduleAppointment);

  const save = (outsideRules: boolean) => {
    if (!choice.start) return;
    const start = choice.start;
    mutate([{ id: appointment.id, start, typeId: null, durationMin: null, outsideRules }], {
      onSuccess: () => {
        tellWithUndo(m.moved({ name: appointment.person.name, when: words.moment(start) }), () =>
          mutate([back(appointment)]),
        );
        onDone();
      },
      onError: (error) => setFailure(asFailure(error)),
    });
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">{m.move_from({ when: words.moment(appointment.start) })}</Text>
      <SlotPicker
        days={days}
        month={month}
        onMonth={setMonth}
        choice={choice}
        onChoice={setChoice}
        onPick={setChoice}
      />
      {failure && (
        <Alert color="orange" role="alert" title={failureWords(failure.code).what}>
          {failureWords(failure.code).toDo}
        </Alert>
      )}
      <Group justify="space-between">
        <Text fw={600} aria-live="polite" className="first-capital">
          {choice.start && words.moment(choice.start)}
        </Text>
        <Group>
          <Button variant="default" onClick={onDone}>
            {m.cancel()}
          </Button>
          <Button disabled={!choice.start} loading={isPending} onClick={() => save(choice.outside)}>
            {m.move_here()}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function back({ id, start, end }: Appointment) {
  return { id, start, typeId: null, durationMin: minutesBetween(start, end), outsideRules: true };
}
