import { m } from "@/paraglide/messages.js";

export type Holiday =
  | "new_year"
  | "good_friday"
  | "easter_monday"
  | "labour_day"
  | "victory1945"
  | "ascension"
  | "whit_monday"
  | "national_day"
  | "assumption"
  | "all_saints"
  | "armistice1918"
  | "christmas"
  | "saint_stephen";

const words: Record<Holiday, () => string> = {
  new_year: m.holiday_new_year,
  good_friday: m.holiday_good_friday,
  easter_monday: m.holiday_easter_monday,
  labour_day: m.holiday_labour_day,
  victory1945: m.holiday_victory,
  ascension: m.holiday_ascension,
  whit_monday: m.holiday_whit_monday,
  national_day: m.holiday_national_day,
  assumption: m.holiday_assumption,
  all_saints: m.holiday_all_saints,
  armistice1918: m.holiday_armistice,
  christmas: m.holiday_christmas,
  saint_stephen: m.holiday_saint_stephen,
};

export const holidayWord = (holiday: Holiday): string => words[holiday]();
