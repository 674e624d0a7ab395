import { expect, it } from "vitest";
import { clockText, minutesText, parseMinutes } from "@/time/minutes";
import {
  countdownWords,
  dateWords,
  durationWords,
  hourNameWords,
  hourWords,
  momentWords,
  periodWords,
  shortDayWords,
  shortHourNameWords,
  shortRangeWords,
  shortTimeWords,
  timeRangeWords,
} from "@/time/wording";

const today = "2026-11-22";

it("says a moment as people of each language write it", () => {
  expect(momentWords("2026-11-24T09:30:00Z", "Europe/Paris", "fr", today)).toBe("mardi 24 novembre, 10:30");
  expect(momentWords("2026-11-24T09:30:00Z", "Europe/Paris", "en", today)).toBe("Tuesday 24 November, 10:30");
});

it("says the year only when it is another one", () => {
  expect(dateWords("2027-01-04", "fr", today)).toBe("lundi 4 janvier 2027");
  expect(dateWords("2027-01-04", "en", today)).toBe("Monday 4 January 2027");
});

it("says times on both sides of a clock change as the wall shows them", () => {
  expect(timeRangeWords("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "Europe/Paris", "fr")).toBe("02:30 – 02:30");
});

it("says midnight as 00:00, not 24:00", () => {
  expect(momentWords("2026-11-23T23:00:00Z", "Europe/Paris", "fr", today)).toBe("mardi 24 novembre, 00:00");
});

it("says durations and what is left", () => {
  expect(durationWords(90, "fr")).toBe("1 h 30");
  expect(durationWords(45, "en")).toBe("45 min");
  expect(durationWords(1440, "fr")).toBe("1 j");
  expect(countdownWords(725_000, "fr")).toBe("12 min 05 s");
  expect(countdownWords(7_500_000, "fr")).toBe("2 h 05");
  expect(countdownWords(-5, "fr")).toBe("0 s");
  expect(countdownWords(44_300, "en"), "no unit left out: a time of day looks so").toBe("45 s");
});

it("says a day shortly where there is no room for more", () => {
  expect(shortDayWords("2026-11-26", "fr")).toBe("jeu. 26 nov. 2026");
  expect(shortDayWords("2026-12-01", "fr")).toBe("mar. 1er déc. 2026");
  expect(shortDayWords("2026-11-26", "en")).toBe("Thu 26 Nov 2026");
});

it("says a period once where month and year are shared", () => {
  expect(periodWords("2026-11-23", "2026-11-29", "fr")).toBe("23–29 novembre 2026");
  expect(periodWords("2027-03-01", "2027-03-31", "fr")).toBe("1er–31 mars 2027");
  expect(periodWords("2027-01-01", "2027-12-31", "fr")).toMatch(/^1er janvier\s–\s31 décembre 2027$/);
  expect(periodWords("2027-03-01", "2027-03-31", "en")).toMatch(/^1\s?–\s?31 March 2027$/);
  expect(periodWords("2027-03-01", "2027-03-07", "fr")).toBe("1er–7 mars 2027");
  expect(periodWords("2027-02-23", "2027-03-01", "fr")).toMatch(/^23 février.–.1er mars 2027$/);
  expect(periodWords("2027-03-11", "2027-03-21", "fr")).toBe("11–21 mars 2027");
  expect(periodWords("2027-03-01", "2027-03-07", "en")).toMatch(/^1.?–.?7 March 2027$/);
  expect(periodWords("2026-11-30", "2026-12-06", "fr", "short")).toMatch(/^30 nov\..–.6 déc\. 2026$/);
  expect(periodWords("2026-11-30", "2026-12-06", "en", "short")).toMatch(/^30 Nov.–.6 Dec 2026$/);
});

it("understands the ways people type a time of day", () => {
  expect(["9", "9h", "9h30", "09:30", "0930", "24:00"].map(parseMinutes)).toEqual([540, 540, 570, 570, 570, 1440]);
  expect(["", "25", "9:60", "24:01", "neuf"].map(parseMinutes)).toEqual([null, null, null, null, null]);
  expect(minutesText(1440)).toBe("24:00");
});

it("says the first of a month as French does, and the twenty-first plainly", () => {
  expect(dateWords("2026-12-01", "fr", today)).toBe("mardi 1er décembre");
  expect(dateWords("2026-12-21", "fr", today)).toBe("lundi 21 décembre");
  expect(dateWords("2026-12-01", "en", today)).toBe("Tuesday 1 December");
});

it("names an hour of the day as each language does", () => {
  const names = (language: "fr" | "en", hour12: boolean) =>
    [0, 9, 12, 14].map((hour) => {
      const both = [hourNameWords(hour, language, hour12), shortHourNameWords(hour, language, hour12)];
      return both.map((name) => name.replace(/\s/g, " "));
    });
  expect(names("fr", false)).toEqual([
    ["0 h", "0 h"],
    ["9 h", "9 h"],
    ["12 h", "12 h"],
    ["14 h", "14 h"],
  ]);
  expect(names("en", false)).toEqual([
    ["00:00", "0"],
    ["09:00", "9"],
    ["12:00", "12"],
    ["14:00", "14"],
  ]);
  expect(names("en", true)).toEqual([
    ["12 am", "12am"],
    ["9 am", "9am"],
    ["12 pm", "12pm"],
    ["2 pm", "2pm"],
  ]);
});

it("counts hours to 12 or to 24", () => {
  const at = (hour12: boolean) => momentWords("2026-11-24T13:05:00Z", "Europe/Paris", "en", today, hour12);
  expect(at(true).replace(/\s/g, " ")).toBe("Tuesday 24 November, 2:05 pm");
  expect(at(false)).toBe("Tuesday 24 November, 14:05");
  expect([0, 605, 720, 1439].map((minutes) => clockText(minutes, true))).toEqual([
    "12:00 am",
    "10:05 am",
    "12:00 pm",
    "11:59 pm",
  ]);
  expect(["2:30 pm", "12 am", "12:15 PM", "9am", "13 pm", "0 am"].map(parseMinutes)).toEqual([
    870,
    0,
    735,
    540,
    null,
    null,
  ]);
});

it("is brief about times where there is little room", () => {
  const [nine, half, one] = ["2026-11-24T08:00:00Z", "2026-11-24T09:30:00Z", "2026-11-24T12:00:00Z"] as const;
  const time = (at: string, hour12: boolean) => shortTimeWords(at, "Europe/Paris", "en", hour12);
  const range = (from: string, to: string, hour12: boolean) => shortRangeWords(from, to, "Europe/Paris", "en", hour12);
  expect([nine, half, one].map((at) => time(at, true))).toEqual(["9am", "10:30am", "1pm"]);
  expect(time(nine, false)).toBe("09:00");
  expect([range(nine, half, true), range(half, one, true)]).toEqual(["9–10:30am", "10:30am–1pm"]);
  expect(range(nine, half, false)).toBe("09:00 – 10:30");
});

it("says the hours beside a grid in short", () => {
  expect([0, 9, 13].map((hour) => hourWords(hour, "fr", false))).toEqual(["00:00", "09:00", "13:00"]);
  expect([0, 9, 12, 13].map((hour) => hourWords(hour, "en", true))).toEqual(["12 am", "9 am", "12 pm", "1 pm"]);
});
