import { expect, it } from "vitest";
import { type Bundle, initialChunks } from "../../script-limit";

const chunk = (fileName: string, imports: string[] = [], isEntry = false) =>
  ({ type: "chunk", fileName, code: "", isEntry, imports }) as const;

it("counts the entry and what it imports, each once, and not what is imported on demand", () => {
  const bundle: Bundle = {
    a: chunk("index.js", ["words.js", "react.js"], true),
    b: chunk("words.js", ["react.js"]),
    c: chunk("react.js"),
    d: chunk("calendar.js", ["react.js"]),
    e: { type: "asset" },
  };
  expect(initialChunks(bundle).map(({ fileName }) => fileName)).toEqual(["index.js", "words.js", "react.js"]);
});
