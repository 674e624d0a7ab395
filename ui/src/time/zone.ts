// Between instants (UTC, RFC 3339) and civil dates and minutes of a named zone. A civil time that a clock change skips
// becomes the first instant after the gap; one that happens twice means the earlier: the same choices as the engine's.
// What a month asks for by the hundred is arithmetic on UTC where that is enough: Temporal takes a hundred times as long.
import { Temporal } from "temporal-polyfill";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What the clocks of a zone show, as if they were UTC's: "2026-11-24T10:30:00.000Z" */
function wallOf(instant: string, zone: string): string {
  const ms = msOf(instant);
  return new Date(ms + offsetAt(ms, zone)).toISOString();
}

const dayMs = 86_400_000;
const utcMidnight = (date: string) => Date.parse(`${date}T00:00:00Z`);

export function instantOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}

export function msOf(instant: string): number {
  // Ten times as fast as Temporal, and asked for every appointment that is drawn.
  return Date.parse(instant);
}

/** In order of time: instants are written in one way, so that their texts are in the order of what they say. */
export function byStart(a: { start: string }, b: { start: string }): number {
  if (a.start === b.start) return 0;
  return a.start < b.start ? -1 : 1;
}

export function dateIn(instant: string, zone: string): string {
  return wallOf(instant, zone).slice(0, 10);
}

export function todayIn(nowMs: number, zone: string): string {
  return dateIn(instantOf(nowMs), zone);
}

/** Minutes since 00:00 on the wall clock. */
export function minutesIn(instant: string, zone: string): number {
  const wall = wallOf(instant, zone);
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

export function instantAt(date: string, minutes: number, zone: string): string {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minutes / 1440) });
  const wall = day.toPlainDateTime({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (later.toPlainDateTime().equals(wall)) {
    return instantOf(wall.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds);
  }
  const before = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  return instantOf(before.getTimeZoneTransition("next")?.epochMilliseconds ?? later.epochMilliseconds);
}

/** The local midnight that begins a date, which some zones skip. */
export function startOfDate(date: string, zone: string): string {
  const midnight = utcMidnight(date);
  // Local midnight is at most 14 hours away. Clocks that are not changed for a day around it show it by their offset.
  const [before, offset, after] = [-1, 0, 1].map((days) => offsetAt(midnight + days * dayMs, zone));
  if (offset !== undefined && before === offset && offset === after) return instantOf(midnight - offset);
  return instantOf(Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().epochMilliseconds);
}

type Clock = { format: Intl.DateTimeFormat; known: Map<number, number> };
const clocks = new Map<string, Clock>();
/** More than the months and lists of a day's work ask for. */
const mostKnown = 10_000;

/** By how much the clocks of a zone are ahead of UTC, in milliseconds. A month asks for each of its midnights three times. */
function offsetAt(ms: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    clock = { format, known: new Map() };
    clocks.set(zone, clock);
  }
  const { format, known } = clock;
  const before = known.get(ms);
  if (before !== undefined) return before;
  const offset = offsetIn(format.format(ms));
  if (known.size >= mostKnown) known.clear();
  known.set(ms, offset);
  return offset;
}

/** "11/24/2026, GMT+01:00" → 3 600 000 */
function offsetIn(said: string): number {
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(said) ?? [];
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  return (sign === "-" ? -ahead : ahead) * 1000;
}

export function plusDays(date: string, days: number): string {
  return new Date(utcMidnight(date) + days * dayMs).toISOString().slice(0, 10);
}

export function plusMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

export function plusMinutes(instant: string, minutes: number): string {
  return instantOf(msOf(instant) + minutes * 60_000);
}

export function daysFrom(a: string, b: string): number {
  return Math.round((utcMidnight(b) - utcMidnight(a)) / dayMs);
}

export function minutesBetween(a: string, b: string): number {
  return Math.round((msOf(b) - msOf(a)) / 60_000);
}

export function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(utcMidnight(date)).getUTCDay() + 6) % 7] as Weekday;
}

export function monthOf(date: string): { first: string; last: string } {
  const day = Temporal.PlainDate.from(date);
  return {
    first: day.with({ day: 1 }).toString(),
    last: day.with({ day: day.daysInMonth }).toString(),
  };
}

export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = plusDays(date, 1)) dates.push(date);
  return dates;
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
