import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { overwriteGetLocale } from "@/paraglide/runtime.js";
import { failureWords } from "@/text/failure";
import { fieldErrors, fieldProblemWords } from "@/text/field-problem";
import { roomProblemWords } from "@/text/room";

/** The members of a union in the generated wire: what Rust can say. */
function members(type: string): string[] {
  const wire = readFileSync("src/api/bindings.ts", "utf8");
  const body =
    new RegExp(`export type ${type} =([\\s\\S]*?);`).exec(wire.replaceAll(/\/\*[\s\S]*?\*\//g, ""))?.[1] ?? "";
  return [...body.matchAll(/"(\w+)"/g)].map((match) => match[1] as string);
}

const speak = (language: "fr" | "en") => overwriteGetLocale(() => language);

afterEach(() => speak("fr"));

describe.each(["fr", "en"] as const)("in %s", (language) => {
  it.each(members("ErrorCode"))("%s says what happened and what to do", (code) => {
    speak(language);
    const { what, toDo } = failureWords(code as Parameters<typeof failureWords>[0]);
    expect(what).toMatch(/\.$/);
    expect(toDo).toMatch(/\.$/);
    if (code !== "internal") expect(what).not.toBe(failureWords("internal").what);
  });

  it.each(members("FieldProblem"))("%s has words of its own at its field", (problem) => {
    speak(language);
    const said = fieldProblemWords(problem as Parameters<typeof fieldProblemWords>[0], 12);
    expect(said.length).toBeGreaterThan(5);
    if (problem !== "unknown") expect(said).not.toBe(fieldProblemWords("unknown"));
  });

  it.each(members("RoomProblem"))("a room owed because of %s says why", (problem) => {
    speak(language);
    expect(roomProblemWords(problem as Parameters<typeof roomProblemWords>[0])).toMatch(/\.$/);
  });
});

it("knows as many codes as the wire has", () => {
  expect(members("ErrorCode").length).toBeGreaterThan(20);
  expect(members("FieldProblem").length).toBeGreaterThan(10);
});

it.each([
  ["fr", "Vous êtes pris à ce moment, d’après « Perso », « Famille » et « École »."],
  ["en", "You are busy then, according to “Perso”, “Famille” and “École”."],
] as const)("names the calendars that stand against it, in %s", (language, said) => {
  speak(language);
  expect(failureWords("busy_elsewhere", ["Perso", "Famille", "École"]).what).toBe(said);
});

it("says without names what no calendar stands against", () => {
  expect(failureWords("calendar_unread", ["Perso"]).what).toBe("Jamais lu : « Perso ».");
  expect(failureWords("calendar_unread").what).not.toContain("«");
  expect(failureWords("slot_taken", ["Perso"])).toEqual(failureWords("slot_taken"));
});

it("treats a code of a newer shell as something that did not work", () => {
  expect(failureWords("from_the_future" as "internal")).toEqual(failureWords("internal"));
});

it("puts each refused field's words under its name", () => {
  expect(fieldErrors([{ field: "name", problem: "too_long", limit: 120 }])).toEqual({
    name: "120 caractères au plus.",
  });
});
