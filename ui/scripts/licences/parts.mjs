// What the program is made of, by others: crates linked into it on any system it is packaged for, npm packages that end up in
// the window, and fonts. Each part is { name, licence, folder, holders }.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");

/** The systems packages are made for, from where they are said. */
function systems() {
  const [, list] = read("deny.toml").match(/^targets = \[([^\]]+)\]/m) ?? [];
  return [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, system]) => system);
}

function metadata(system) {
  const words = ["metadata", "--format-version=1", "--locked", `--filter-platform=${system}`];
  return JSON.parse(execFileSync("cargo", words, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 }));
}

/** The crates of one system; those that only build or test the program are no part of it. */
function cratesFor(system) {
  const { packages, resolve } = metadata(system);
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
  return packages.filter(({ id, source }) => source && reached.has(id));
}

const crates = () =>
  systems()
    .flatMap(cratesFor)
    .map(({ name, version, license, manifest_path, authors, repository }) => ({
      name: `${name} ${version}`,
      licence: license ?? "?",
      folder: dirname(manifest_path),
      holders: authors.length ? authors : [`the authors of ${name}${repository ? ` (${repository})` : ""}`],
    }));

const modules = () =>
  Object.entries(JSON.parse(read("ui/package-lock.json")).packages)
    .filter(([path, { dev, optional }]) => path && !dev && !optional)
    .map(([path, { version, license }]) => {
      const name = path.split("node_modules/").at(-1);
      return {
        name: `${name} ${version}`,
        licence: license ?? "?",
        folder: join(root, "ui", path),
        holders: [`the authors of ${name}`],
      };
    });

/** In every printed agenda. */
const fonts = [
  {
    name: "Inter (PDF)",
    licence: "OFL-1.1",
    folder: join(root, "crates/interchange/fonts"),
    holders: ["the Inter Project"],
  },
];

/** All of them by name, each once. */
export function parts() {
  const all = new Map([...crates(), ...modules(), ...fonts].map((part) => [part.name, part]));
  return [...all.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The licence of this program. */
export const ourLicence = () => read("LICENSE-MIT").trim();
