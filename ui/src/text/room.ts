import { m } from "@/paraglide/messages.js";

export type RoomProblem =
  | "no_key"
  | "key_refused"
  | "keyring_unavailable"
  | "unreachable"
  | "limited"
  | "plan_refused"
  | "invalid"
  | "unknown";

const words: Record<RoomProblem, () => string> = {
  no_key: m.room_problem_no_key,
  key_refused: m.room_problem_key_refused,
  keyring_unavailable: m.room_problem_keyring_unavailable,
  unreachable: m.room_problem_unreachable,
  limited: m.room_problem_limited,
  plan_refused: m.room_problem_plan_refused,
  invalid: m.room_problem_invalid,
  unknown: m.room_problem_unknown,
};

/** Why a room is still owed, and what that means; null: it simply was not tried yet. */
export function roomProblemWords(problem: RoomProblem | null): string {
  return problem === null ? m.room_problem_none() : (words[problem] ?? words.unknown)();
}
