import { m } from "@/paraglide/messages.js";
import { getLocale } from "@/paraglide/runtime.js";
import { countWords } from "./quantity";

export type FieldProblem =
  | "required"
  | "too_long"
  | "too_short"
  | "not_an_email"
  | "not_a_phone"
  | "not_a_colour"
  | "not_a_zone"
  | "out_of_range"
  | "control_characters"
  | "not_a_key"
  | "overlaps"
  | "unknown"
  | "duplicate"
  | "not_a_date"
  | "not_an_address"
  | "not_secure";

type Limit = number | null;

/** The limit comes as the language writes numbers: "20 000". */
const words: Record<FieldProblem, (limit: string | null) => string> = {
  required: () => m.field_required(),
  too_long: (limit) => (limit === null ? m.field_too_long() : m.field_too_long_limit({ limit })),
  too_short: (limit) => (limit === null ? m.field_too_short() : m.field_too_short_limit({ limit })),
  not_an_email: () => m.field_not_an_email(),
  not_a_phone: () => m.field_not_a_phone(),
  not_a_colour: () => m.field_not_a_colour(),
  not_a_zone: () => m.field_not_a_zone(),
  out_of_range: (limit) => (limit === null ? m.field_out_of_range() : m.field_out_of_range_limit({ limit })),
  control_characters: () => m.field_control_characters(),
  not_a_key: () => m.field_not_a_key(),
  overlaps: () => m.field_overlaps(),
  unknown: () => m.field_unknown(),
  duplicate: () => m.field_duplicate(),
  not_a_date: () => m.field_not_a_date(),
  not_an_address: () => m.field_not_an_address(),
  not_secure: () => m.field_not_secure(),
};

export function fieldProblemWords(problem: FieldProblem, limit: Limit = null): string {
  return (words[problem] ?? words.unknown)(limit === null ? null : countWords(limit, getLocale()));
}

/** The words of each refused field, by the field's name, ready for a form's `setErrors`. */
export function fieldErrors(fields: readonly { field: string; problem: FieldProblem; limit: Limit }[]) {
  return Object.fromEntries(fields.map(({ field, problem, limit }) => [field, fieldProblemWords(problem, limit)]));
}
