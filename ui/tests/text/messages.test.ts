import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "@/text/messages/en.json";
import fr from "@/text/messages/fr.json";

type Message = string | { declarations: string[]; match: Record<string, string> }[];
const languages = { fr, en } as unknown as Record<string, Record<string, Message>>;
const french = languages.fr as Record<string, Message>;
const english = languages.en as Record<string, Message>;

const sentences = (message: Message) =>
  typeof message === "string" ? [message] : message.flatMap((variant) => Object.values(variant.match));
const parameters = (message: Message) =>
  [...new Set(sentences(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "paraglide" ? [] : files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
const sources = files("src").map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** Words between tags or in attributes that people hear or read. */
function spoken(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  const between = [...code.matchAll(/>([^<>{}=;()]+)<\//g)].map((match) => match[1] ?? "");
  const attribute = /\b(?:label|title|placeholder|description|alt|aria-label)="([^"]*)"/g;
  const attributes = [...code.matchAll(attribute)].map((match) => match[1] ?? "");
  return [...between, ...attributes].filter((said) => /\p{L}{2,}/u.test(said));
}

describe("the message files", () => {
  it("have the same messages in both languages", () => {
    expect(Object.keys(english)).toEqual(Object.keys(french));
  });

  it("take the same parameters in both, and are never empty", () => {
    const uneven = Object.keys(french).filter((key) => {
      const [inFrench, inEnglish] = [french[key] as Message, english[key] as Message];
      const same = parameters(inFrench).join() === parameters(inEnglish).join();
      return !same || [...sentences(inFrench), ...sentences(inEnglish)].some((text) => text.trim() === "");
    });
    expect(uneven).toEqual([]);
  });

  it("shout nowhere", () => {
    const loud = Object.values(languages).flatMap((messages) =>
      Object.entries(messages).filter(([, message]) => sentences(message).some((text) => /!|oops|oups/i.test(text))),
    );
    expect(loud).toEqual([]);
  });

  it("hold no message that nothing says", () => {
    const said = new Set(sources.flatMap(({ text }) => [...text.matchAll(/\bm\.(\w+)/g)].map((match) => match[1])));
    expect(Object.keys(french).filter((key) => key !== "$schema" && !said.has(key))).toEqual([]);
  });
});

describe("the sources", () => {
  it("say nothing outside the message files", () => {
    const found = sources
      .filter(({ path }) => path.endsWith(".tsx"))
      .flatMap(({ path, text }) => spoken(text).map((said) => `${path}: ${said}`));
    expect(found).toEqual([]);
  });

  it("would be caught saying something", () => {
    expect(spoken('<Button title="Fermer">Annuler le rendez-vous</Button>')).toEqual([
      "Annuler le rendez-vous",
      "Fermer",
    ]);
  });

  it("read the clock in one file only", () => {
    const readers = sources.filter(({ text }) =>
      /Date\.now\(\)|new Date\(\)|Temporal\.Now|performance\.now/.test(text),
    );
    expect(readers.map(({ path }) => path)).toEqual(["src/time/now.ts"]);
  });

  it("speak to the shell in one file only", () => {
    const speakers = sources.filter(({ text }) => text.includes("@tauri-apps/"));
    expect(speakers.map(({ path }) => path)).toEqual(["src/api/bindings.ts"]);
  });
});
