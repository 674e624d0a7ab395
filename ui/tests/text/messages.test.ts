// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources as text
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import en from "@/text/messages/en.json";
import fr from "@/text/messages/fr.json";
import { spoken } from "./spoken";

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

  it("group the digits of every count, but those of one day, which never reach a thousand", () => {
    const ofOneDay = ["calendar_more", "calendar_more_on", "calendar_more_short", "busy_several"];
    const bare = Object.values(languages).flatMap((messages) =>
      Object.entries(messages).filter(([, message]) =>
        sentences(message).some((text) => /\{(count|total)\}/.test(text)),
      ),
    );
    expect([...new Set(bare.map(([key]) => key))].filter((key) => !ofOneDay.includes(key))).toEqual([]);
    const said = (count: number, locale: "fr" | "en") => m.import_people({ count }, { locale });
    expect([said(10_000, "fr"), said(10_000, "en"), said(1, "fr")]).toEqual([
      "10\u202f000 personnes",
      "10,000 people",
      "1 personne",
    ]);
  });

  it("never part French punctuation from its word: a narrow space before ; ? ! %, a full one before : and inside « »", () => {
    // Times, addresses and a key that is called "?" have none.
    const parted = /(?<!\u00a0)»|«(?!\u00a0)|(?<=[^\u202f])[;?!%]|(?<=[^\u00a0\d]):(?!\/\/)/;
    const found = Object.entries(french).filter(
      ([key, message]) => key !== "$schema" && sentences(message).some((text) => parted.test(text)),
    );
    expect(found).toEqual([]);
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
      .filter(({ path }) => !path.endsWith("bindings.ts"))
      .flatMap(({ path, text }) => spoken(text).map((said) => `${path}: ${said}`));
    expect(found).toEqual([]);
  });

  it.each([
    ["<b>Annuler le rendez-vous</b>", "Annuler le rendez-vous"],
    ["<b>\n  Annuler <i>{name}</i>\n</b>", "Annuler"],
    ['<b>{open && "Fermer"}</b>', "Fermer"],
    ['<b>{open ? m.close() : "Ouvrir"}</b>', "Ouvrir"],
    ["<b>{`${count} fois`}</b>", "fois"],
    ["<>Deux mots</>", "Deux mots"],
    ['<i aria-label="Fermer" />', "Fermer"],
    ['<i aria-label={"Fermer"} />', "Fermer"],
    ["<i title={open ? `Ouvert depuis ${when}` : undefined} />", "Ouvert depuis"],
    ['<i placeholder={"Votre " + name} />', "Votre"],
    ['<i alt={name ?? "Personne"} />', "Personne"],
    ['<Choice data={[{ value: "month", label: "Mois" }]} />', "Mois"],
    ['notifications.show({ title: "Enregistré", color: "red" })', "Enregistré"],
    ['const closing = { "aria-label": "Fermer" }', "Fermer"],
  ])("would be caught saying something: %s", (source, said) => {
    expect(spoken(source)).toEqual([said]);
  });

  it.each([
    '<i className="card" role="status" aria-live="polite" data-some="true" id={`day-${date}`} />',
    '<b>{words.time(start)} · {list.join(", ")} – {m.close()}</b>',
    '<Button size="sm" variant={quiet ? "subtle" : "default"}>{m.close()}</Button>',
    'const key = { key: "planning-view", type: "button" }',
  ])("may say what nobody reads: %s", (source) => {
    expect(spoken(source)).toEqual([]);
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
