// What follows today, day by day; today's own list stands beside it.
import { Stack, Title } from "@mantine/core";
import type { Appointment } from "@/api/appointments";
import { AppointmentLine } from "@/components/appointment-card";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { dateIn } from "@/time/zone";
import classes from "./dashboard.module.css";

const few = 6;

/** `appointments` in order of time; those of today are left out. */
export function ComingDays({ appointments }: { appointments: readonly Appointment[] }) {
  const { zone } = useCivil();
  const today = useToday();
  const words = useTimeWords(today);
  const { openAppointment } = useWindows();
  const dated = appointments.map((one) => ({ one, date: dateIn(one.start, zone) }));
  const ahead = dated.filter(({ date }) => date > today).slice(0, few);
  if (ahead.length === 0) return null;
  const dates = [...new Set(ahead.map(({ date }) => date))];
  return (
    <section className={classes.coming} aria-labelledby="coming-title">
      <Title order={3} id="coming-title">
        {m.next_later()}
      </Title>
      {dates.map((day) => (
        <Stack key={day} gap={6}>
          <h4 className={`first-capital ${classes.day}`}>{words.date(day)}</h4>
          {ahead.map(
            ({ one, date }) =>
              date === day && <AppointmentLine key={one.id} appointment={one} onOpen={openAppointment} />,
          )}
        </Stack>
      ))}
    </section>
  );
}
