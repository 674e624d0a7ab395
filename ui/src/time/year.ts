import { plusDays, plusMonths } from "./zone";

/** Where a key leads from a date of a year whose months are all in sight; null where it would leave the year. */
export function dayOfYearKey(key: string, date: string, year: number): string | null {
  const ways: Record<string, () => string> = {
    ArrowLeft: () => plusDays(date, -1),
    ArrowRight: () => plusDays(date, 1),
    ArrowUp: () => plusDays(date, -7),
    ArrowDown: () => plusDays(date, 7),
    PageUp: () => plusMonths(date, -1),
    PageDown: () => plusMonths(date, 1),
    Home: () => `${date.slice(0, 8)}01`,
    End: () => plusDays(plusMonths(`${date.slice(0, 8)}01`, 1), -1),
  };
  const target = ways[key]?.();
  return target?.startsWith(`${year}-`) && target !== date ? target : null;
}
