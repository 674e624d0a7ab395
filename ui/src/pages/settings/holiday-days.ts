import type { Availability, PublicHoliday } from "@/api/availability";
import { exceptionOn, rangesOn } from "@/time/closed-hours";

export type HolidayDay = {
  date: string;
  /** More than one where they fall together. */
  holidays: PublicHoliday["holiday"][];
  /** `never`: the coach is not there on that day of the week. */
  state: "open" | "closed" | "special" | "never";
};

export function holidayDays(holidays: readonly PublicHoliday[], hours: Availability): HolidayDay[] {
  const byDate = new Map<string, PublicHoliday["holiday"][]>();
  for (const { date, holiday } of holidays) byDate.set(date, [...(byDate.get(date) ?? []), holiday]);
  return [...byDate].map(([date, these]) => ({ date, holidays: these, state: stateOf(date, hours) }));
}

/** Those that can still be closed. */
export const stillOpen = (days: readonly HolidayDay[], today: string) =>
  days.filter(({ date, state }) => state === "open" && date >= today);

/** Late in a year nothing may be left of it to close: then the next one is meant. */
export function yearToClose(
  year: number,
  holidays: readonly PublicHoliday[],
  hours: Availability,
  today: string,
): number {
  const everywhere = holidays.filter((one) => !one.regional);
  const present = today.startsWith(String(year));
  return present && everywhere.length > 0 && stillOpen(holidayDays(everywhere, hours), today).length === 0
    ? year + 1
    : year;
}

function stateOf(date: string, hours: Availability): HolidayDay["state"] {
  const exception = exceptionOn(date, hours);
  if (exception) return exception.ranges.length === 0 ? "closed" : "special";
  return rangesOn(date, hours).length === 0 ? "never" : "open";
}
