import { Button, Group, ScrollArea, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Appointment } from "@/api/appointments";
import { AppointmentLine } from "@/components/appointment-card";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";

type Props = {
  date: string;
  /** The words of the exception that rules the day, if one does. */
  note: string | null;
  appointments: readonly Appointment[];
  onOpen: (id: string) => void;
  onBook: () => void;
};

export function DayPanel({ date, note, appointments, onOpen, onBook }: Props) {
  const words = useTimeWords(useToday());
  return (
    <section className="card planning-day" aria-label={m.day_panel_label()}>
      <Title order={2} className="first-capital">
        {words.date(date)}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {note ?? m.day_count({ count: appointments.length })}
      </Text>
      <ScrollArea.Autosize mah="100%" type="auto" offsetScrollbars="present">
        <Stack gap={6}>
          {appointments.map((appointment) => (
            <AppointmentLine key={appointment.id} appointment={appointment} onOpen={onOpen} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <Group mt="sm">
        <Button variant="default" size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onBook}>
          {m.book_this_day()}
        </Button>
      </Group>
    </section>
  );
}
