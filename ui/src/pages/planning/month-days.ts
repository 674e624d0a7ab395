// What a month's grid is made of: its period, and which appointments begin on each of its days.
import type { Appointment } from "@/api/appointments";
import { wholeWeeksOf } from "@/time/month";
import { byStart, plusDays, startOfDate, type Weekday, weekdays } from "@/time/zone";
import type { Period } from "./calendar";

/** Whole weeks around a date's month; `inside` is its first day. */
export function monthPeriod(date: string, firstWeekday: Weekday): Period {
  const weeks = wholeWeeksOf(date, weekdays.indexOf(firstWeekday));
  const [from, last] = [weeks[0]?.[0] ?? date, weeks.at(-1)?.at(-1) ?? date];
  return { from, to: plusDays(last, 1), inside: `${date.slice(0, 7)}-01` };
}

/** By the day they begin on, in order of time. `dates` follow one another; a day without any has no entry. */
export function byDay(
  appointments: readonly Appointment[],
  dates: readonly string[],
  zone: string,
): ReadonlyMap<string, readonly Appointment[]> {
  const days = new Map<string, Appointment[]>();
  // Compared with each midnight instead of asked for its date: the calendar arithmetic is the dear part.
  const ends = dates.map((date) => startOfDate(plusDays(date, 1), zone));
  const begin = startOfDate(dates[0] ?? "1970-01-01", zone);
  let at = 0;
  for (const one of appointments.toSorted(byStart)) {
    if (one.start < begin) continue;
    while (at < ends.length && one.start >= (ends[at] ?? "")) at += 1;
    const date = dates[at];
    if (!date) break;
    const day = days.get(date);
    if (day) day.push(one);
    else days.set(date, [one]);
  }
  return days;
}

/**
 * How many of a day's appointments are shown where `fits` lines fit. The rest are told in the last line, or, where lines
 * are too dear for that, beside the day's number.
 */
export function shownOf(count: number, fits: number): { shown: number; rest: "line" | "head" | null } {
  if (count <= fits) return { shown: count, rest: null };
  return fits < 3 ? { shown: fits, rest: "head" } : { shown: fits - 1, rest: "line" };
}
