import { Text } from "@mantine/core";
import type { Reminder } from "@/api/appointments";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import classes from "./details.module.css";

const reasons: Record<string, () => string> = {
  booked_late: m.reminder_booked_late,
  over: m.reminder_over,
  overtaken: m.reminder_overtaken,
  in_window: m.reminder_in_window,
  quiet_hours: m.reminder_quiet_hours,
  replanned: m.reminder_replanned,
  interrupted: m.reminder_interrupted,
  not_shown: m.reminder_not_shown,
};

/** Those of the time the appointment has now: each move leaves behind, called off, those of the time before. */
function ofNow(reminders: readonly Reminder[], start: string): Reminder[] {
  const latest = new Map<number, Reminder>();
  for (const one of reminders) {
    if (Date.parse(one.dueAt) !== Date.parse(start) - one.beforeMin * 60_000) continue;
    // Moved away and back, it has two of the same moment.
    if ((latest.get(one.beforeMin)?.state ?? "cancelled") === "cancelled") latest.set(one.beforeMin, one);
  }
  return [...latest.values()];
}

/** What was and will be reminded, and what became of it. */
export function Reminders({ reminders, start }: { reminders: readonly Reminder[]; start: string }) {
  const words = useTimeWords(useToday());
  const states: Record<Reminder["state"], string> = {
    due: m.reminder_due(),
    sent: m.reminder_sent(),
    skipped: m.reminder_skipped(),
    failed: m.reminder_failed(),
    cancelled: m.reminder_cancelled(),
  };
  return (
    <ul className={classes.reminders}>
      {ofNow(reminders, start).map(({ dueAt, beforeMin, state, waitsUntil, why }) => (
        <li key={`${dueAt}${beforeMin}`}>
          {beforeMin === 0 ? m.reminder_at_start() : m.reminder_before({ time: words.duration(beforeMin) })}{" "}
          <Text span size="sm" c="dimmed">
            {words.moment(dueAt)} · {states[state]}
            {why && reasons[why] && ` (${reasons[why]()})`}
            {waitsUntil && ` (${m.reminder_waits({ time: words.time(waitsUntil) })})`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
