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

function stateOf(date: string, hours: Availability): HolidayDay["state"] {
  const exception = exceptionOn(date, hours);
  if (exception) return exception.ranges.length === 0 ? "closed" : "special";
  return rangesOn(date, hours).length === 0 ? "never" : "open";
}
