// The licence texts that must go with a part: those in its folder, or the usual text of its licence where it brings none.
//
// Hundreds of parts bring the same text under another name, so a text is split where the common part begins: what stands before
// (who holds the rights) is the part's own, and the rest is kept once.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Not the descriptions of packages (`LICENSE.spdx`), which are for machines. */
const named = /^(licen[cs]e|copying|copyright|notice|unlicense)(?!.*\.spdx$)/i;

/** Where the common part of each licence begins, in the order in which they are offered. */
const known = [
  ["MIT", /Permission is hereby granted, free of charge/],
  ["ISC", /Permission to use, copy, modify, and(?:\/or)? distribute/],
  ["BSD-3-Clause", /Redistribution and use in source and binary forms(?=[\s\S]*Neither the name)/],
  ["BSD-2-Clause", /Redistribution and use in source and binary forms/],
  ["BSL-1.0", /Permission is hereby granted, free of charge, to any person or organization/],
  ["Zlib", /This software is provided ['‘`]as-is/],
  ["Apache-2.0", /Apache License\s+Version 2\.0, January 2004/],
  ["MPL-2.0", /Mozilla Public License,? Version 2\.0/i],
];

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** Which known licences a text holds. */
function kindsOf(text) {
  const kinds = known.filter(([, start]) => start.test(text)).map(([kind]) => kind);
  if (kinds.includes("BSL-1.0")) kinds.splice(kinds.indexOf("MIT"), 1);
  if (kinds.includes("BSD-3-Clause")) kinds.splice(kinds.indexOf("BSD-2-Clause"), 1);
  return kinds;
}

/** Head and body of a text that holds one known licence; any other text is all body. */
function split(text) {
  const [kind, another] = kindsOf(text);
  const at = kind && !another ? text.search(known.find(([name]) => name === kind)[1]) : 0;
  return { kind: another ? undefined : kind, head: text.slice(0, at).trim(), body: text.slice(at).trim() };
}

/** Whether a licence is offered as one of several. */
const offers = (licence, kind) => new RegExp(`(^|[\\s(/])${kind.replaceAll(".", "\\.")}($|[\\s)/])`).test(licence);

/** What a part brings. Where MIT may be chosen we choose it, and leave out what was offered instead. */
function brought({ licence, folder }) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && named.test(file.name));
  const texts = files
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n"));
  const found = texts.filter((text) => text.trim()).map(split);
  const chosen = / OR |\//.test(licence) && found.some(({ kind }) => kind === "MIT");
  const instead = (kind, body) => kind === "Apache-2.0" || /^This is free and unencumbered software/.test(body);
  return chosen ? found.filter(({ kind, body }) => !instead(kind, body)) : found;
}

/** The body that most parts bring of each licence. */
function usual(all) {
  const counts = new Map();
  for (const { kind, body } of all.flat()) {
    const key = squeezed(body);
    const seen = counts.get(key) ?? { kind, body, count: 0 };
    counts.set(key, { ...seen, count: seen.count + 1 });
  }
  const sorted = [...counts.values()].sort((one, other) => other.count - one.count);
  return (wanted) => sorted.find(({ kind }) => kind === wanted)?.body;
}

/** `{ texts, parts }`: bodies, and for each part `[head, index of the body]` as often as it has texts. */
export function textsOf(parts) {
  const all = parts.map(brought);
  const usualOf = usual(all);
  const texts = [];
  const places = new Map();
  const placeOf = (body) => {
    const key = squeezed(body);
    if (!places.has(key)) places.set(key, texts.push(body) - 1);
    return places.get(key);
  };
  const told = parts.map((part, index) => {
    const found = all[index]?.length ? all[index] : [standing(part, usualOf)];
    return [part.name, found.map(({ head, body }) => [head, placeOf(body)])];
  });
  return { texts, parts: Object.fromEntries(told) };
}

/** The usual text, for a part that names its licence and does not bring it. */
function standing({ name, licence, holders }, usualOf) {
  const kind = known.map(([one]) => one).find((one) => offers(licence, one));
  const body = kind && usualOf(kind);
  if (!body) throw new Error(`${name} brings no text of its licence (${licence}), and no other part does`);
  return { head: `Copyright (c) ${holders.join(", ")}`, body };
}
