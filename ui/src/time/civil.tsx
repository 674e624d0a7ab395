// The coach's zone, language and week, for whatever shows a time.
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from "react";
import { clockText } from "./minutes";
import type { Language } from "./wording";
import * as words from "./wording";
import { dateIn, type Weekday } from "./zone";

export type Civil = { zone: string; language: Language; firstWeekday: Weekday; hour12: boolean };

const CivilContext = createContext<Civil>({ zone: "UTC", language: "fr", firstWeekday: "mon", hour12: false });

export function CivilProvider({ value, children }: { value: Civil; children: ReactNode }) {
  // "10:30 am" takes more room than "10:30": styles.css gives columns of times what they need.
  useLayoutEffect(() => {
    document.documentElement.dataset.clock = value.hour12 ? "12" : "24";
  }, [value.hour12]);
  return <CivilContext.Provider value={value}>{children}</CivilContext.Provider>;
}

/** Reading it also makes a page say everything again when the language changes. */
export function useCivil(): Civil {
  return useContext(CivilContext);
}

/** The words of `wording.ts`, bound to the coach's zone and language. `today` decides whether the year is said. */
export function useTimeWords(today: string) {
  const { zone, language, hour12 } = useCivil();
  return useMemo(
    () => ({
      date: (date: string) => words.dateWords(date, language, today),
      plainDate: (date: string) => words.plainDateWords(date, language, today),
      dateOf: (instant: string) => words.dateWords(dateIn(instant, zone), language, today),
      shortDate: (date: string) => words.shortDateWords(date, language, today),
      shortDateOf: (instant: string) => words.shortDateWords(dateIn(instant, zone), language, today),
      time: (instant: string) => words.timeWords(instant, zone, language, hour12),
      range: (start: string, end: string) => words.timeRangeWords(start, end, zone, language, hour12),
      shortTime: (instant: string) => words.shortTimeWords(instant, zone, language, hour12),
      shortRange: (start: string, end: string) => words.shortRangeWords(start, end, zone, language, hour12),
      moment: (instant: string) => words.momentWords(instant, zone, language, today, hour12),
      clock: (minutes: number) => clockText(minutes, hour12),
      duration: (minutes: number) => words.durationWords(minutes, language),
      countdown: (ms: number) => words.countdownWords(ms, language),
      month: (date: string) => words.monthWords(date, language),
      weekday: (index: number, length?: "long" | "short") => words.weekdayWords(index, language, length),
    }),
    [zone, language, today, hour12],
  );
}
