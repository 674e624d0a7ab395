import { daysFrom, monthOf, plusDays, plusMonths, weekdayOf, weekdays } from "./zone";

/** The first day of a date's week, `from` (0 = Monday) first. */
export function weekStartOf(date: string, from: number): string {
  return plusDays(date, -((weekdays.indexOf(weekdayOf(date)) - from + 7) % 7));
}

/** The weeks of a date's month, `from` (0 = Monday) first; null where a week reaches into another month. */
export function weeksOf(date: string, from: number): (string | null)[][] {
  const { first, last } = monthOf(date);
  return wholeWeeksOf(date, from).map((week) => week.map((day) => (day < first || day > last ? null : day)));
}

/** The same with the days of the months before and after. */
export function wholeWeeksOf(date: string, from: number): string[][] {
  const { first, last } = monthOf(date);
  const start = weekStartOf(first, from);
  const weeks = Math.ceil((daysFrom(start, last) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => plusDays(start, week * 7 + day)),
  );
}

/** Where a key leads from a date; days that cannot be chosen are passed over, two months far at most. */
export function dayOfKey(
  key: string,
  date: string,
  from: number,
  isDisabled: (date: string) => boolean,
): string | null {
  const place = (weekdays.indexOf(weekdayOf(date)) - from + 7) % 7;
  const jumps: Record<string, string> = {
    ArrowLeft: plusDays(date, -1),
    ArrowRight: plusDays(date, 1),
    ArrowUp: plusDays(date, -7),
    ArrowDown: plusDays(date, 7),
    Home: plusDays(date, -place),
    End: plusDays(date, 6 - place),
    PageUp: plusMonths(date, -1),
    PageDown: plusMonths(date, 1),
  };
  let target = jumps[key];
  if (!target) return null;
  if (key === "PageUp" || key === "PageDown") return target;
  const step = target < date ? -1 : 1;
  // Days of other months are not known yet: whether they can be chosen is seen when they are shown.
  for (let tries = 0; tries < 62 && target.slice(0, 7) === date.slice(0, 7) && isDisabled(target); tries += 1) {
    target = plusDays(target, step);
  }
  return target === date ? null : target;
}
