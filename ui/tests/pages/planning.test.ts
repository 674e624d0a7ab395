import { expect, it } from "vitest";
import { drawnWith } from "@/pages/planning/drafts";
import { firstShown } from "@/pages/planning/first-shown";
import { spanOfKey } from "@/pages/planning/keyboard-moves";
import { neighbourOf } from "@/pages/planning/neighbours";
import { countStandings, overlapping, standingOf } from "@/pages/planning/standing";
import { frenchAgenda } from "../../dev/agenda";

const nowMs = Date.parse("2026-11-24T08:52:00Z");
const zone = "Europe/Paris";
const alt = (key: string, shiftKey = false) => ({ key, altKey: true, shiftKey });
const eve = { start: "2026-10-24T07:00:00Z", end: "2026-10-24T08:00:00Z" };

it("moves by keyboard on the wall clock from day to day, across a clock change", () => {
  expect(spanOfKey(alt("ArrowRight"), eve, 15, zone)).toMatchObject({
    start: "2026-10-25T08:00:00Z",
    end: "2026-10-25T09:00:00Z",
  });
  expect(spanOfKey(alt("ArrowDown"), eve, 15, zone)).toMatchObject({ start: "2026-10-24T07:15:00Z", resized: false });
  expect(spanOfKey(alt("Enter"), eve, 15, zone)).toBeNull();
  expect(spanOfKey({ ...alt("ArrowDown"), altKey: false }, eve, 15, zone), "arrows alone walk").toBeNull();
});

it("makes longer and shorter by keyboard, never shorter than a step", () => {
  expect(spanOfKey(alt("ArrowDown", true), eve, 15, zone)).toEqual({
    start: eve.start,
    end: "2026-10-24T08:15:00Z",
    resized: true,
  });
  const short = { start: eve.start, end: "2026-10-24T07:15:00Z" };
  expect(spanOfKey(alt("ArrowUp", true), short, 15, zone)).toBeNull();
});

it("walks with the arrows: in time, and to the nearest hour of the next day that has any", () => {
  const days = [
    { id: "mon-9", start: "2026-11-23T08:00:00Z" },
    { id: "mon-14", start: "2026-11-23T13:00:00Z" },
    { id: "wed-9", start: "2026-11-25T08:00:00Z" },
    { id: "wed-15", start: "2026-11-25T14:00:00Z" },
  ];
  const to = (key: string, from: string) => neighbourOf(key, from, days, zone);
  expect(to("ArrowDown", "mon-14")).toBe("wed-9");
  expect(to("ArrowUp", "mon-9")).toBeNull();
  expect(to("ArrowRight", "mon-14"), "Tuesday is empty").toBe("wed-15");
  expect(to("ArrowLeft", "wed-9")).toBe("mon-9");
  expect(to("End", "mon-9")).toBe("wed-15");
  expect(to("ArrowRight", "wed-9")).toBeNull();
});

it("draws what the keys are moving where it is going", () => {
  const [first, second] = frenchAgenda(nowMs).appointments;
  if (!first || !second) throw new Error("the fake agenda has appointments");
  const draft = { appointment: first, start: "2026-12-01T09:00:00Z", end: "2026-12-01T10:00:00Z", resized: false };
  expect(drawnWith(draft, [first, second])).toEqual([{ ...first, start: draft.start, end: draft.end }, second]);
});

it("counts what is over and still open apart from what is to come", () => {
  const end = (iso: string) => ({ status: "scheduled" as const, end: iso });
  expect(standingOf(end("2026-11-24T08:52:00Z"), nowMs)).toBe("to_close");
  expect(standingOf(end("2026-11-24T08:53:00Z"), nowMs)).toBe("upcoming");
  expect(countStandings([end("2026-11-24T09:00:00Z"), { status: "cancelled", end: "" }], nowMs)).toMatchObject({
    upcoming: 1,
    cancelled: 1,
    to_close: 0,
  });
});

it("sees an overlap with what is scheduled, not with what ends as it begins nor with what was cancelled", () => {
  const taken = [{ status: "scheduled" as const, start: "2026-11-24T09:00:00Z", end: "2026-11-24T10:00:00Z" }];
  expect(overlapping(taken, "2026-11-24T09:30:00Z", 60)).toBe(taken[0]);
  expect(overlapping(taken, "2026-11-24T10:00:00Z", 60)).toBeUndefined();
  expect(overlapping([{ ...taken[0], status: "cancelled" } as never], "2026-11-24T09:30:00Z", 60)).toBeUndefined();
});

it("begins to show a day at its opening, and with the present where that is shown", () => {
  const hours = frenchAgenda(nowMs).availability;
  expect(firstShown(hours, null), "an hour before nine").toBe("08:00:00");
  expect(firstShown(undefined, null)).toBe("07:00:00");
  expect(firstShown(hours, 7 * 60 + 43), "under way before the opening").toBe("06:00:00");
  expect(firstShown(hours, 11 * 60)).toBe("08:00:00");
  expect(firstShown(hours, 18 * 60 + 30), "below what the smallest window shows from the opening on").toBe("14:00:00");
  expect(firstShown(hours, 20)).toBe("00:00:00");
});
