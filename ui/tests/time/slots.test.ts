import { describe, expect, it } from "vitest";
import { closedSpans, type OpeningHours, rangesOn } from "@/time/closed-hours";
import { groupByDayPart } from "@/time/day-part";
import { joinState } from "@/time/join-window";

const slot = (start: string) => ({ start, end: start });

describe("slots grouped by part of the day", () => {
  it("goes by the coach's wall clock", () => {
    const slots = [slot("2026-11-24T10:45:00Z"), slot("2026-11-24T11:00:00Z"), slot("2026-11-24T17:00:00Z")];
    const groups = groupByDayPart(slots, "Europe/Paris");
    expect(groups.map(({ part, slots: these }) => [part, these.length])).toEqual([
      ["morning", 1],
      ["afternoon", 1],
      ["evening", 1],
    ]);
  });

  it("leaves out parts without slots", () => {
    expect(groupByDayPart([slot("2026-11-24T08:00:00Z")], "Europe/Paris")).toHaveLength(1);
  });
});

describe("the window of time in which one can join", () => {
  const window = { opensAt: "2026-11-24T08:45:00Z", closesAt: "2026-11-24T10:00:00Z" };
  const at = (time: string) => joinState(window, Date.parse(`2026-11-24T${time}Z`));

  it("says how long until it opens, to the last moment", () => {
    expect(at("08:44:59")).toEqual({ state: "before", opensInMs: 1000 });
  });

  it("is open from its first instant and closed at its last", () => {
    expect(at("08:45:00").state).toBe("open");
    expect(at("09:59:59").state).toBe("open");
    expect(at("10:00:00").state).toBe("over");
  });

  it("never opens where there is none", () => {
    expect(joinState(null, 0)).toEqual({ state: "never" });
  });
});

describe("closed hours", () => {
  const office = [
    { startMin: 840, endMin: 1080 },
    { startMin: 540, endMin: 720 },
  ];
  const hours: OpeningHours = {
    weekly: {
      mon: office,
      tue: office,
      wed: office,
      thu: office,
      fri: [{ startMin: 0, endMin: 1440 }],
      sat: [],
      sun: [],
    },
    exceptions: [
      { from: "2026-11-25", to: "2026-11-26", label: "Congé", ranges: [] },
      { from: "2026-11-28", to: "2026-11-28", label: "Salon", ranges: [{ startMin: 600, endMin: 780 }] },
    ],
  };

  it("are what lies between the ranges, whatever their order", () => {
    expect(closedSpans(["2026-11-24"], hours)).toEqual([
      { start: "2026-11-24T00:00", end: "2026-11-24T09:00" },
      { start: "2026-11-24T12:00", end: "2026-11-24T14:00" },
      { start: "2026-11-24T18:00", end: "2026-11-25T00:00" },
    ]);
  });

  it("are none on a day that never closes", () => {
    expect(closedSpans(["2026-11-27"], hours)).toEqual([]);
  });

  it("follow an exception on every day of its span, and only there", () => {
    expect(rangesOn("2026-11-25", hours)).toEqual([]);
    expect(rangesOn("2026-11-26", hours)).toEqual([]);
    expect(rangesOn("2026-11-24", hours)).toHaveLength(2);
    expect(rangesOn("2026-11-28", hours)).toEqual([{ startMin: 600, endMin: 780 }]);
  });
});
