import { expect, it } from "vitest";
import {
  emptyBooking,
  hasInput,
  placeOf,
  problemsOf,
  toNewAppointment,
  withClient,
  withType,
} from "@/pages/appointments/booking";
import { draftOf, rangeProblems, settled } from "@/pages/settings/day-ranges";
import { frenchAgenda } from "../../dev/agenda";

const nowMs = Date.parse("2026-11-24T08:52:00Z");
const agenda = frenchAgenda(nowMs);
const amelie = { id: "c-1", name: "Amélie Durand", email: null, phoneWritten: "06 12 34 56 78", zone: null };
const [discovery, session] = agenda.types;
if (!discovery || !session) throw new Error("the fake agenda has types");

it("is not ready before the person, the type and the start are known", () => {
  let booking = emptyBooking(null, null, null);
  expect(toNewAppointment(booking, false)).toBeNull();
  booking = withClient(withType(booking, session, false), amelie);
  expect(problemsOf("when", booking)).toHaveProperty("start");
  booking = { ...booking, choice: { day: "2026-11-25", start: "2026-11-25T08:00:00Z", outside: false } };
  expect(toNewAppointment(booking, false)).toMatchObject({ person: { kind: "client", id: "c-1" }, durationMin: null });
});

it("takes the usual kind of a type, and the number of the client with it", () => {
  const booking = withClient(withType(emptyBooking(null, null, null), discovery, false), amelie);
  expect(booking.kind).toBe("phone");
  expect(booking.phone).toBe("06 12 34 56 78");
});

it("forgets a chosen slot when the length changes, but not a start it was opened with", () => {
  const chosen = {
    ...emptyBooking(null, null, null),
    choice: { day: "2026-11-25", start: "2026-11-25T08:00:00Z", outside: false },
  };
  expect(withType(chosen, session, false).choice.start).toBeNull();
  expect(withType(chosen, session, true).choice.start).not.toBeNull();
});

it("asks before closing only when something would be lost", () => {
  const booking = emptyBooking("2026-11-25T08:00:00Z", "2026-11-25", 60);
  expect(hasInput(booking)).toBe(false);
  expect(hasInput({ ...booking, who: { kind: "prospect", name: "N", email: "" } })).toBe(true);
});

it("leads a refused field to the step that asks it", () => {
  expect(placeOf("person.email")).toEqual({ step: "who", field: "email" });
  expect(placeOf("person")).toEqual({ step: "who", field: "client" });
  expect(placeOf("phone")).toEqual({ step: "what", field: "phone" });
  expect(placeOf("start")).toEqual({ step: "when", field: "start" });
});

it("finds ranges that end before they begin, overlap or are not finished", () => {
  const range = (startMin: number, endMin: number) => draftOf({ startMin, endMin });
  const problems = rangeProblems([range(540, 720), range(700, 800), range(900, 900), { ...range(0, 1), endMin: null }]);
  expect(Object.keys(problems)).toEqual(["1", "2", "3"]);
  expect(rangeProblems([range(540, 720), range(720, 800)])).toEqual({});
  expect(settled([range(840, 1080), range(540, 720)])[0]).toEqual({ startMin: 540, endMin: 720 });
});
