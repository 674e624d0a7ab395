// What the program is made of, by others, and under which licences: crates of every system it runs on, and npm packages that
// end up in the window. `node scripts/licences.mjs` writes src/pages/help/licences.json; with `--check` it only compares.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const file = here("../src/pages/help/licences.json");
/** The crates linked into the program; those that only build or test it are no part of it. */
function crates() {
  const told = execFileSync("cargo", ["metadata", "--format-version=1", "--locked"], {
    cwd: here("../.."),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const { packages, resolve } = JSON.parse(told);
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const start = packages.find(({ name }) => name === "virtus-planning");
  const reached = new Set();
  const waiting = start ? [start.id] : [];
  for (let id = waiting.pop(); id; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id)?.deps ?? [])
      if (dep_kinds.some(({ kind }) => kind === null)) waiting.push(pkg);
  }
  return packages
    .filter(({ id, source }) => source && reached.has(id))
    .map(({ name, version, license }) => [`${name} ${version}`, license ?? "?"]);
}

function modules() {
  const { packages } = JSON.parse(readFileSync(here("../package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path && !dev && !optional)
    .map(([path, { version, license }]) => [`${path.split("node_modules/").at(-1)} ${version}`, license ?? "?"]);
}

const all = [...new Map([...crates(), ...modules()])].sort(([one], [other]) => (one < other ? -1 : 1));
const text = `[\n${all.map((part) => `  ${JSON.stringify(part).replace('","', '", "')}`).join(",\n")}\n]\n`;
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) {
  console.error("src/pages/help/licences.json is not what Cargo.lock and package-lock.json say: cargo xtask licences");
  process.exit(1);
}
