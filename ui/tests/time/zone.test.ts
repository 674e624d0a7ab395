import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  dateIn,
  datesBetween,
  daysFrom,
  instantAt,
  isDate,
  isZone,
  minutesIn,
  monthOf,
  plusDays,
  startOfDate,
  todayIn,
  weekdayOf,
  weekdays,
} from "@/time/zone";

const paris = "Europe/Paris";

describe("a wall time in a zone", () => {
  it("follows the zone across a change to winter time", () => {
    expect(instantAt("2026-10-24", 540, paris)).toBe("2026-10-24T07:00:00Z");
    expect(instantAt("2026-10-26", 540, paris)).toBe("2026-10-26T08:00:00Z");
  });

  it("takes the earlier of two 02:30 when the clock goes back", () => {
    expect(instantAt("2026-10-25", 150, paris)).toBe("2026-10-25T00:30:00Z");
  });

  it("moves a time that does not exist to the first instant after the gap", () => {
    expect(instantAt("2026-03-29", 150, paris)).toBe("2026-03-29T01:00:00Z");
  });

  it("keeps the half hour of Lord Howe", () => {
    expect(instantAt("2026-10-04", 135, "Australia/Lord_Howe")).toBe("2026-10-03T15:30:00Z");
  });

  it("counts 24:00 as the next midnight", () => {
    expect(instantAt("2026-11-24", 1440, paris)).toBe(instantAt("2026-11-25", 0, paris));
  });
});

describe("a date in a zone", () => {
  it("is the coach's date, not the computer's", () => {
    expect(dateIn("2026-11-24T23:30:00Z", paris)).toBe("2026-11-25");
    expect(dateIn("2026-11-24T23:30:00Z", "America/Vancouver")).toBe("2026-11-24");
    expect(todayIn(Date.parse("2026-11-24T22:59:59Z"), paris)).toBe("2026-11-24");
  });

  it("reads minutes off the wall", () => {
    expect(minutesIn("2026-07-01T07:30:00Z", paris)).toBe(570);
    expect(minutesIn("2026-12-01T07:30:00Z", paris)).toBe(510);
  });

  it("begins at its first instant where midnight is skipped", () => {
    expect(startOfDate("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00Z");
  });

  it("knows weekdays, months and distances", () => {
    expect(weekdayOf("2026-11-24")).toBe("tue");
    expect(monthOf("2028-02-10")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
    expect(daysFrom("2026-11-24", "2026-12-01")).toBe(7);
  });
});

it("tells dates and zones from what only looks like them", () => {
  expect(isDate("2026-02-29")).toBe(false);
  expect(isDate("2028-02-29")).toBe(true);
  expect(isZone("Europe/Paris")).toBe(true);
  expect(isZone("Europe/Lutèce")).toBe(false);
});

it.each([
  "Europe/Paris",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "UTC",
])("begins every date of %s where the calendar arithmetic does", (zone) => {
  const begins = (date: string) =>
    Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().toInstant().toString();
  const wrong = datesBetween("2026-01-01", "2028-12-31").filter((date) => startOfDate(date, zone) !== begins(date));
  expect(wrong).toEqual([]);
});

it("begins a date that was skipped where the next one does", () => {
  expect(startOfDate("2011-12-30", "Pacific/Apia")).toBe(startOfDate("2011-12-31", "Pacific/Apia"));
});

it("counts dates as the calendar does", () => {
  for (const date of datesBetween("2027-12-25", "2028-03-05")) {
    const day = Temporal.PlainDate.from(date);
    expect(plusDays(date, 40)).toBe(day.add({ days: 40 }).toString());
    expect(weekdayOf(date)).toBe(weekdays[day.dayOfWeek - 1]);
    expect(daysFrom("2027-12-25", date)).toBe(Temporal.PlainDate.from("2027-12-25").until(day).days);
  }
});
