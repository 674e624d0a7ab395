// When other calendars say the coach is busy, day by day.
import type { BusyTime } from "@/api/feeds";
import { dateIn, instantOf, msOf, plusDays, startOfDate } from "@/time/zone";

/** A busy time, or the part of it that lies on one day. */
export type BusySpan = BusyTime & { allDay: boolean };

const hourMs = 3_600_000;
/** A date of fewer hours is hardly to be found: clocks go forward by one, at the Antarctic station of Troll by two. */
const shortestDayMs = 23 * hourMs;

/** What lies on each of `dates`, which follow one another, in order of time; a day without any has no entry. */
export function busyByDay(
  times: readonly BusyTime[],
  dates: readonly string[],
  zone: string,
): ReadonlyMap<string, readonly BusySpan[]> {
  const days = new Map<string, BusySpan[]>(dates.map((date) => [date, []]));
  for (const time of times) {
    // What ends at midnight is not on the date that begins then.
    const [first, last] = [dateIn(time.start, zone), dateIn(instantOf(msOf(time.end) - 1000), zone)];
    for (let date = first; date <= last; date = plusDays(date, 1)) {
      days.get(date)?.push(first === last && isShort(time) ? { ...time, allDay: false } : partOn(date, time, zone));
    }
  }
  return new Map([...days].filter(([, spans]) => spans.length > 0));
}

/** Midnights are dear, and most times are nowhere near one. */
const isShort = (time: BusyTime) => msOf(time.end) - msOf(time.start) < shortestDayMs;

function partOn(date: string, time: BusyTime, zone: string): BusySpan {
  const [begin, end] = [startOfDate(date, zone), startOfDate(plusDays(date, 1), zone)];
  const [from, to] = [msOf(begin), msOf(end)];
  const [starts, ends] = [msOf(time.start), msOf(time.end)];
  return {
    ...time,
    start: starts < from ? begin : time.start,
    end: ends > to ? end : time.end,
    allDay: starts <= from && ends >= to,
  };
}
