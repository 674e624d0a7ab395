// Between instants (UTC, RFC 3339) and civil dates and minutes of a named zone. A civil time that a clock change skips
// becomes the first instant after the gap; one that happens twice means the earlier: the same choices as the engine's.
import { Temporal } from "temporal-polyfill";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function zoned(instant: string, zone: string) {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

export function instantOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: "second" });
}

export function msOf(instant: string): number {
  // Ten times as fast as Temporal, and asked for every appointment that is drawn.
  return Date.parse(instant);
}

export function dateIn(instant: string, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

export function todayIn(nowMs: number, zone: string): string {
  return dateIn(instantOf(nowMs), zone);
}

/** Minutes since 00:00 on the wall clock. */
export function minutesIn(instant: string, zone: string): number {
  const at = zoned(instant, zone);
  return at.hour * 60 + at.minute;
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
  return instantOf(Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().epochMilliseconds);
}

export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function plusMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

export function plusMinutes(instant: string, minutes: number): string {
  return instantOf(msOf(instant) + minutes * 60_000);
}

export function daysFrom(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days;
}

export function minutesBetween(a: string, b: string): number {
  return Math.round((msOf(b) - msOf(a)) / 60_000);
}

export function weekdayOf(date: string): Weekday {
  return weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] as Weekday;
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
