// The periods one asks about most, as dates.
import { monthOf, plusMonths } from "@/time/zone";

export const periodNames = ["this_month", "last_month", "quarter", "year", "own"] as const;
export type PeriodName = (typeof periodNames)[number];
export type Dates = { from: string; to: string };

/** The dates of a named period that `today` is in, or just after. */
export function datesOf(name: Exclude<PeriodName, "own">, today: string): Dates {
  const { first, last } = monthOf(today);
  const month = Number(today.slice(5, 7));
  switch (name) {
    case "this_month":
      return { from: first, to: last };
    case "last_month": {
      const before = monthOf(plusMonths(first, -1));
      return { from: before.first, to: before.last };
    }
    case "quarter": {
      const from = plusMonths(first, -((month - 1) % 3));
      return { from, to: monthOf(plusMonths(from, 2)).last };
    }
    case "year":
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}
