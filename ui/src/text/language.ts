// Which language the words of `messages/` are said in. Set once at start and whenever the coach switches.
import { overwriteGetLocale } from "@/paraglide/runtime.js";

export type Language = "fr" | "en";
let spoken: Language = "fr";

export function speak(language: Language): void {
  spoken = language;
  overwriteGetLocale(() => spoken);
  document.documentElement.lang = language;
}

/** For what is said before the coach's language is known. */
export const systemLanguage = (): Language => (navigator.language.startsWith("fr") ? "fr" : "en");
