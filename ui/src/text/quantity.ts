// Numbers as each language writes them: "1 234", "87 %", "12,5 h".
import { type Language, localeOf } from "@/time/wording";

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(localeOf(language), options);
  formats.set(key, made);
  return made;
}

/** What stands where there is nothing to divide by. */
const none = "–";

export function countWords(count: number, language: Language): string {
  return format(language, {}).format(count);
}

/** `rate` from 0 to 1. */
export function percentWords(rate: number | null, language: Language): string {
  return rate === null ? none : format(language, { style: "percent", maximumFractionDigits: 0 }).format(rate);
}

export function hoursWords(minutes: number, language: Language): string {
  const hours = format(language, { maximumFractionDigits: 1 }).format(minutes / 60);
  return `${hours}\u00a0h`;
}

export function minutesWords(minutes: number | null, language: Language): string {
  return minutes === null ? none : `${format(language, { maximumFractionDigits: 0 }).format(minutes)}\u00a0min`;
}

/** "+3", "−2", "=" */
export function changeWords(change: number, language: Language): string {
  if (change === 0) return "=";
  return format(language, { signDisplay: "always", maximumFractionDigits: 1 }).format(change).replace("-", "−");
}
