// Stops a build whose window would have to read too much before it can show anything.
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What the first page may cost, in bytes gzipped. The rest is read when it is needed. */
const most = 350_000;

type Chunk = { type: "chunk"; fileName: string; code: string; isEntry: boolean; imports: string[] };
export type Bundle = Record<string, Chunk | { type: "asset" }>;

/** The entries and all they import before running; what is imported on demand is not followed. */
export function initialChunks(bundle: Bundle): Chunk[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const found = new Set<Chunk>();
  const follow = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) follow(chunks.find(({ fileName }) => fileName === name));
  };
  for (const chunk of chunks) if (chunk.isEntry) follow(chunk);
  return [...found];
}

export function scriptLimit(): Plugin {
  return {
    name: "script-limit",
    apply: "build",
    generateBundle(_options, bundle) {
      const chunks = initialChunks(bundle as unknown as Bundle);
      const sizes = chunks.map(({ fileName, code }) => ({ fileName, bytes: gzipSync(code).length }));
      const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
      const list = sizes.map((one) => `  ${one.fileName}: ${one.bytes}`).join("\n");
      this.info(`initial script: ${bytes} bytes gzipped of ${most}`);
      if (bytes > most) this.error(`The initial script is ${bytes} bytes gzipped, ${most} at most:\n${list}`);
    },
  };
}
