import { minutesIn } from "./zone";

export type DayPart = "morning" | "afternoon" | "evening";
export const dayParts: readonly DayPart[] = ["morning", "afternoon", "evening"];

export function dayPartOf(minutes: number): DayPart {
  if (minutes < 12 * 60) return "morning";
  return minutes < 18 * 60 ? "afternoon" : "evening";
}

/** Groups by the wall clock of the coach's zone; parts without slots are left out. */
export function groupByDayPart<S extends { start: string }>(
  slots: readonly S[],
  zone: string,
): { part: DayPart; slots: S[] }[] {
  return dayParts
    .map((part) => ({ part, slots: slots.filter((slot) => dayPartOf(minutesIn(slot.start, zone)) === part) }))
    .filter((group) => group.slots.length > 0);
}
