// When other calendars say the coach is busy, day by day.
import type { BusyTime } from "@/api/feeds";
import { msOf, plusDays, startOfDate } from "@/time/zone";

/** A busy time, or the part of it that lies on one day. */
export type BusySpan = BusyTime & { allDay: boolean };

/** What lies on each of `dates`, which follow one another, in order of time; a day without any has no entry. */
export function busyByDay(
  times: readonly BusyTime[],
  dates: readonly string[],
  zone: string,
): ReadonlyMap<string, readonly BusySpan[]> {
  const days = new Map<string, BusySpan[]>();
  const last = dates.at(-1);
  if (times.length === 0 || !last) return days;
  const begins = [...dates, plusDays(last, 1)].map((date) => startOfDate(date, zone));
  for (const [index, date] of dates.entries()) {
    const [begin, end] = [begins[index] as string, begins[index + 1] as string];
    const those = times.flatMap((time) => within(time, begin, end) ?? []);
    if (those.length > 0) days.set(date, those);
  }
  return days;
}

function within(time: BusyTime, begin: string, end: string): BusySpan | null {
  const [from, to] = [msOf(begin), msOf(end)];
  const [starts, ends] = [msOf(time.start), msOf(time.end)];
  if (starts >= to || ends <= from) return null;
  return {
    ...time,
    start: starts < from ? begin : time.start,
    end: ends > to ? end : time.end,
    allDay: starts <= from && ends >= to,
  };
}
