// Which appointments are marked as lacking their room.
import { expect, it } from "vitest";
import { lacksRoom } from "@/text/room";

const unmade = { state: "owed", problem: "unreachable" };

it("marks what could not be made, and nothing that is on its way or no longer needed", () => {
  expect(lacksRoom({ room: unmade, status: "scheduled" })).toBe(true);
  expect(lacksRoom({ room: { ...unmade, problem: null }, status: "scheduled" })).toBe(false);
  expect(lacksRoom({ room: unmade, status: "cancelled" })).toBe(false);
  expect(lacksRoom({ room: { state: "ready", problem: null }, status: "scheduled" })).toBe(false);
});
