import { expect, it } from "vitest";
import { dayOfKey, weeksOf } from "@/time/month";

const open = () => false;

it("lays a month out in weeks that begin where the coach's do", () => {
  const monday = weeksOf("2026-11-24", 0);
  expect(monday[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(monday.at(-1)?.[0]).toBe("2026-11-30");
  expect(weeksOf("2026-11-24", 6)[0]?.[0]).toBe("2026-11-01");
  expect(weeksOf("2027-02-01", 0)).toHaveLength(4);
});

it("walks by day, week and month", () => {
  expect(dayOfKey("ArrowRight", "2026-11-30", 0, open)).toBe("2026-12-01");
  expect(dayOfKey("ArrowUp", "2026-11-24", 0, open)).toBe("2026-11-17");
  expect(dayOfKey("Home", "2026-11-25", 0, open)).toBe("2026-11-23");
  expect(dayOfKey("End", "2026-11-25", 0, open)).toBe("2026-11-29");
  expect(dayOfKey("PageDown", "2026-01-31", 0, open)).toBe("2026-02-28");
  expect(dayOfKey("a", "2026-01-31", 0, open)).toBeNull();
});

it("passes over days that cannot be chosen, and stays where nothing is left", () => {
  const weekend = (date: string) => ["2026-11-28", "2026-11-29"].includes(date);
  expect(dayOfKey("ArrowRight", "2026-11-27", 0, weekend)).toBe("2026-11-30");
  expect(dayOfKey("ArrowLeft", "2026-11-30", 0, weekend)).toBe("2026-11-27");
});
