// Dates and times in words: "mardi 24 novembre, 10:30", "Tuesday 24 November, 10:30". The year is said when it is not
// the present one. Hours go to 24 in French; in English as the system has them, to 24 unless it says 12.
import { dateIn, msOf } from "./zone";

export type Language = "fr" | "en";

const locales = { fr: "fr-FR", en: "en-GB" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

export function localeOf(language: Language): string {
  return locales[language];
}

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, made);
  return made;
}

const atNoon = (date: string) => new Date(`${date}T12:00:00Z`);

/** French says "le 1er" of the first day of a month, and of no other. */
const ordinal = (words: string, date: string, language: Language) =>
  language === "fr" && date.endsWith("-01") ? words.replace(/(^|\s)1(?=\s)/, "$11er") : words;

/** "mardi 24 novembre" */
export function dateWords(date: string, language: Language, today: string): string {
  return ordinal(plainDateWords(date, language, today), date, language);
}

/** "mardi 1 décembre": the name of what shows the bare number, which voice control looks for in it. */
export function plainDateWords(date: string, language: Language, today: string): string {
  const parts: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  if (date.slice(0, 4) !== today.slice(0, 4)) parts.year = "numeric";
  return format(language, parts).format(atNoon(date)).replace(",", "");
}

/** "mardi 24 novembre 2026" */
export function longDateWords(date: string, language: Language): string {
  return dateWords(date, language, "");
}

/** "24 novembre 2026" */
export function bareDateWords(date: string, language: Language): string {
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return ordinal(format(language, parts).format(atNoon(date)), date, language);
}

/** "24 nov." */
export function shortDateWords(date: string, language: Language, today: string): string {
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
  if (date.slice(0, 4) !== today.slice(0, 4)) parts.year = "numeric";
  return ordinal(format(language, parts).format(atNoon(date)), date, language);
}

export function monthWords(date: string, language: Language): string {
  return format(language, { month: "long", year: "numeric", timeZone: "UTC" }).format(atNoon(date));
}

/** "nov. 2026" */
export function shortMonthWords(date: string, language: Language): string {
  return format(language, { month: "short", year: "numeric", timeZone: "UTC" }).format(atNoon(date));
}

/** "nov." */
export function bareMonthWords(date: string, language: Language): string {
  return format(language, { month: "short", timeZone: "UTC" }).format(atNoon(date));
}

/** "jeu. 26 nov. 2026" */
export function shortDayWords(date: string, language: Language): string {
  const parts: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", year: "numeric" };
  const said = format(language, { ...parts, timeZone: "UTC" }).format(atNoon(date));
  return ordinal(said.replace(",", ""), date, language);
}

/**
 * The dates of a period, its last one included: "23–29 novembre 2026", "1er–31 mars 2027"; with short months
 * "30 nov. – 6 déc. 2026".
 */
export function periodWords(from: string, to: string, language: Language, month: "long" | "short" = "long"): string {
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month, year: "numeric", timeZone: "UTC" };
  const said = format(language, parts).formatRangeToParts(atNoon(from), atNoon(to));
  const first = language === "fr" ? "1er" : "1";
  return said.map(({ type, value }) => (type === "day" && value === "1" ? first : value)).join("");
}

/** `monday` = 0 … 6: "lundi" */
export function weekdayWords(index: number, language: Language, length: "long" | "short" = "long"): string {
  return format(language, { weekday: length, timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, 1 + index, 12)));
}

/** "10:30"; with `hour12` "10:30 am". */
export function timeWords(instant: string, zone: string, language: Language, hour12 = false): string {
  const parts: Intl.DateTimeFormatOptions = hour12
    ? { hour: "numeric", minute: "2-digit", hourCycle: "h12" }
    : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return format(language, { ...parts, timeZone: zone }).format(msOf(instant));
}

/** A full hour beside a grid of hours: "10:00"; with `hour12` "10 am". */
export function hourWords(hour: number, language: Language, hour12: boolean): string {
  const said = timeWords(`2024-01-01T${String(hour).padStart(2, "0")}:00:00Z`, "UTC", language, hour12);
  return hour12 ? said.replace(":00", "") : said;
}

/** The hour of the day in which something begins: "14 h", "14:00"; with `hour12` "2 pm". */
export function hourNameWords(hour: number, language: Language, hour12: boolean): string {
  return language === "fr" ? `${hour} h` : hourWords(hour, language, hour12);
}

/** Where there is little room: "14 h", "14"; with `hour12` "2pm". */
export function shortHourNameWords(hour: number, language: Language, hour12: boolean): string {
  if (language === "fr") return hourNameWords(hour, language, hour12);
  return hour12 ? hourWords(hour, language, true).replace(/\s/, "") : String(hour);
}

export function timeRangeWords(start: string, end: string, zone: string, language: Language, hour12 = false): string {
  return `${timeWords(start, zone, language, hour12)} – ${timeWords(end, zone, language, hour12)}`;
}

/** Where there is little room: "10:30"; with `hour12` "10:30am", "9am". */
export function shortTimeWords(instant: string, zone: string, language: Language, hour12 = false): string {
  const said = timeWords(instant, zone, language, hour12);
  return hour12 ? said.replace(":00", "").replace(/\s/, "") : said;
}

/** Where there is little room: "10:30 – 11:15"; with `hour12` "10:30–11:15am", "11am–1pm". */
export function shortRangeWords(start: string, end: string, zone: string, language: Language, hour12 = false): string {
  if (!hour12) return timeRangeWords(start, end, zone, language);
  const [from, to] = [start, end].map((instant) => shortTimeWords(instant, zone, language, true)) as [string, string];
  return `${from.slice(-2) === to.slice(-2) ? from.slice(0, -2) : from}–${to}`;
}

/** "mardi 24 novembre, 10:30" */
export function momentWords(instant: string, zone: string, language: Language, today: string, hour12 = false): string {
  return `${dateWords(dateIn(instant, zone), language, today)}, ${timeWords(instant, zone, language, hour12)}`;
}

const units = { day: { fr: "j", en: "d" }, hour: { fr: "h", en: "h" }, minute: { fr: "min", en: "min" } } as const;

/** 90 → "1 h 30", 45 → "45 min", 2880 → "2 j" */
export function durationWords(minutes: number, language: Language): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return `${minutes / 1440} ${units.day[language]}`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} ${units.minute[language]}`;
  return rest === 0
    ? `${hours} ${units.hour[language]}`
    : `${hours} ${units.hour[language]} ${String(rest).padStart(2, "0")}`;
}

/** What is left, to the second under an hour: "45 s", "12 min 05 s", "2 h 05", "3 j 4 h". Never negative. */
export function countdownWords(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, "0");
  // With units: "12:05" would be read as a time of day.
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} ${units.minute[language]} ${two(seconds % 60)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} ${units.hour[language]} ${two(minutes % 60)}`;
  const hours = Math.floor(minutes / 60);
  return `${Math.floor(hours / 24)} ${units.day[language]} ${hours % 24} ${units.hour[language]}`;
}

/** 412 → "412 ko", 1331 → "1,3 Mo" */
export function sizeWords(kib: number, language: Language): string {
  const [unit, amount] = kib < 1024 ? ["kilobyte", kib] : ["megabyte", kib / 1024];
  const options: Intl.NumberFormatOptions = { style: "unit", unit, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locales[language], options).format(amount);
}
