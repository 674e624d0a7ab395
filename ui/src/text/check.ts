// Checks made while typing, so that a field says what is wrong before Rust has to. Rust checks all of it again.
import { fieldProblemWords } from "./field-problem";

type Check = (value: string) => string | null;

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export const shown: Check = (value) => (controls.test(value) ? fieldProblemWords("control_characters") : null);

export const required: Check = (value) => (value.trim() === "" ? fieldProblemWords("required") : shown(value));

export const atMost =
  (limit: number): Check =>
  (value) =>
    [...value.trim()].length > limit ? fieldProblemWords("too_long", limit) : shown(value);

export const email: Check = (value) =>
  value.trim() !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? fieldProblemWords("not_an_email") : null;

export const phone: Check = (value) =>
  value.trim() !== "" && !/^\+?[\d\s().-]{4,}$/.test(value.trim()) ? fieldProblemWords("not_a_phone") : null;

export const colour: Check = (value) => (/^#[0-9a-f]{6}$/i.test(value) ? null : fieldProblemWords("not_a_colour"));

export const all =
  (...checks: Check[]): Check =>
  (value) => {
    for (const check of checks) {
      const problem = check(value);
      if (problem) return problem;
    }
    return null;
  };
