// `vite --mode fake` and the tests have an agenda held in memory instead of Rust, to look at screens in a browser.
// A production build never reads `dev/`.
import { fileURLToPath } from "node:url";
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { scriptLimit } from "./script-limit";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function fakeAgenda(): Plugin {
  return {
    name: "fake-agenda",
    enforce: "pre",
    resolveId: (source) => (/(^|\/)bindings$/.test(source) ? here("./dev/bindings.ts") : null),
  };
}

/** Tests write words as one types them: spaces that keep a line together are plain to them, as to whoever reads. */
function plainSpaces(): Plugin {
  return {
    name: "plain-spaces",
    transform: (code, id) => (id.includes("/src/paraglide/") ? code.replace(/[\u00a0\u202f]/g, " ") : null),
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    paraglideVitePlugin({
      project: "./project.inlang",
      outdir: "./src/paraglide",
      strategy: ["globalVariable", "baseLocale"],
    }),
    scriptLimit(),
    ...(mode === "fake" || mode === "test" ? [fakeAgenda()] : []),
    ...(mode === "test" ? [plainSpaces()] : []),
  ],
  resolve: { alias: { "@docs": here("../docs"), "@": here("./src") } },
  clearScreen: false,
  // The guide is the documentation's.
  server: { port: 5173, strictPort: true, fs: { allow: [".", "../docs"] } },
  build: {
    target: ["es2022", "safari16"],
    outDir: "dist",
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    // Words and icons are hundreds of tiny modules; a file each would cost more to open than to read.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "words", test: /src[\\/]paraglide/ },
            { name: "icons", test: /@tabler[\\/]icons-react/ },
          ],
        },
      },
    },
  },
  test: {
    // By default one core is left idle, of two.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "pure", environment: "node", include: ["tests/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "screens",
          environment: "jsdom",
          setupFiles: ["./tests/setup.ts"],
          include: ["tests/**/*.test.tsx"],
          testTimeout: 30_000,
        },
      },
    ],
  },
}));
