// What two people have in common.
import { m } from "@/paraglide/messages.js";

export type SameBy = "email" | "phone" | "name";

const words = { email: m.duplicates_same_email, phone: m.duplicates_same_phone, name: m.duplicates_same_name };

export const sameWord = (by: SameBy): string => words[by]();

/** "même adresse e-mail, même nom" */
export const sameWords = (same: readonly SameBy[]): string =>
  same.map((by) => sameWord(by).replace(/^./, (letter) => letter.toLowerCase())).join(", ");
