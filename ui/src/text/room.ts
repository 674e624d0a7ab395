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

/** What another try does not help against: the key has to be entered first. */
export const needsKey = (problem: RoomProblem | null): boolean => problem === "no_key" || problem === "key_refused";

type Roomed = { room: { state: string; problem: string | null }; status: string };

/** Whether its room could not be made so far. One that is on its way takes a moment, and is no trouble. */
export const lacksRoom = ({ room, status }: Roomed): boolean =>
  room.state === "owed" && room.problem !== null && status === "scheduled";

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

export type RoomNeed = "creation" | "change" | "removal";

/** The same for a room that is there and is to be changed or deleted. */
const existing: Record<RoomProblem, () => string> = {
  ...words,
  unreachable: m.room_change_unreachable,
  limited: m.room_change_limited,
  no_key: m.room_change_no_key,
  plan_refused: m.room_change_refused,
  invalid: m.room_change_refused,
  unknown: m.room_change_unknown,
};

/** Why a room is still owed, and what that means; null: it simply was not tried yet. */
export function roomProblemWords(problem: RoomProblem | null, need: RoomNeed = "creation"): string {
  if (problem === null) return need === "creation" ? m.room_problem_none() : m.room_change_none();
  const said = need === "creation" ? words : existing;
  return (said[problem] ?? said.unknown)();
}

const needs: Record<RoomNeed, (of: { name: string; when: string }) => string> = {
  creation: m.owed_creation,
  change: m.owed_change,
  removal: m.owed_removal,
};

/** What is owed, for whom and when. */
export function roomNeedWords(need: RoomNeed, of: { name: string; when: string }): string {
  return needs[need](of);
}
