// What the program is made of, by others, under which licences, with their texts.
//
// `node scripts/licences.mjs` writes what the window shows (src/pages/help/licences.json, licence-texts.json); with `--check` it
// only compares; `--copyright FILE` writes the same as one text, for packages.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ourLicence, parts } from "./licences/parts.mjs";
import { textsOf } from "./licences/texts.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const all = parts();
const texts = textsOf(all);

/** One entry a line, so that a difference can be read. */
const list = `[\n${all.map(({ name, licence }) => `  ["${name}", ${JSON.stringify(licence)}]`).join(",\n")}\n]\n`;
const files = [
  [here("../src/pages/help/licences.json"), list],
  [here("../src/pages/help/licence-texts.json"), `${JSON.stringify(texts, null, 1)}\n`],
];

/** The texts once each, under those they hold for. */
function copyright() {
  const held = texts.texts.map((text, index) => {
    const heads = Object.entries(texts.parts).flatMap(([name, notices]) =>
      notices.filter(([, place]) => place === index).map(([head]) => (head ? `${name}\n${indented(head)}` : name)),
    );
    return `${"=".repeat(78)}\n${heads.join("\n")}\n${"-".repeat(78)}\n${text}\n`;
  });
  return [ourLicence(), "", "It holds parts by others, under the licences that follow.", "", ...held].join("\n");
}

const indented = (text) => text.replaceAll(/^(?=.)/gm, "    ");

const [word, file] = process.argv.slice(2);
if (word === "--copyright") {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, copyright());
} else if (word !== "--check") {
  for (const [path, text] of files) writeFileSync(path, text);
} else {
  const stale = files.filter(([path, text]) => readFileSync(path, "utf8") !== text).map(([path]) => path);
  for (const path of stale) console.error(`${path} is not what the lock files say: cargo xtask licences`);
  if (stale.length) process.exit(1);
}
