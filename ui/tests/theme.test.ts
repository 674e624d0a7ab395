import { readdirSync, readFileSync } from "node:fs";
import { DEFAULT_THEME, mergeMantineTheme } from "@mantine/core";
import { expect, it } from "vitest";
import { theme, variables, wornAtOpening } from "@/theme";

it("opens in the theme that the window put on the page, and as the system is where it put none", () => {
  const root: Pick<HTMLElement, "dataset"> = { dataset: {} };
  expect(wornAtOpening(root).get("auto")).toBe("auto");
  root.dataset.mantineColorScheme = "dark";
  const worn = wornAtOpening(root);
  root.dataset.mantineColorScheme = "light";
  expect(worn.get("auto"), "what was worn at the opening, whatever is worn since").toBe("dark");
});

it("paints the first moment in the colours of the rest", () => {
  const [first, rest] = ["public/first.css", "src/styles.css"].map((file) => readFileSync(file, "utf8"));
  for (const [here, there] of [
    ["--first-page", "--page"],
    ["--first-side", "--card"],
    ["--first-line", "--line"],
  ] as const) {
    const of = (text: string, name: string) =>
      [...text.matchAll(new RegExp(`${name}: (#\\w+)`, "g"))].map(([, colour]) =>
        colour?.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3"),
      );
    const [light, dark] = of(rest as string, there);
    expect(of(first as string, here), here).toEqual([light, dark, dark]);
  }
});

const channel = (of: number) => (of <= 0.04045 ? of / 12.92 : ((of + 0.055) / 1.055) ** 2.4);
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it("draws the line of a field three times as dark as what is around it, in both themes", () => {
  const styles = readFileSync("src/styles.css", "utf8");
  const of = (name: string) =>
    [...styles.matchAll(new RegExp(`${name}: (#\\w{6})`, "g"))].map(([, it]) => it as string);
  const lines = of("--line-field");
  expect(lines).toHaveLength(2);
  for (const around of ["--page", "--card", "--soft"]) {
    for (const [theme, ground] of of(around).entries()) {
      expect(contrast(lines[theme] as string, ground), `${around} ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
});

it("writes a warning so that it can be read on its own ground, in both themes", () => {
  const worn = variables(mergeMantineTheme(DEFAULT_THEME, theme));
  const [light, dark]: Record<string, string>[] = [worn.light, worn.dark];
  for (const colour of ["yellow", "orange", "red"]) {
    const shade = (at: number) => DEFAULT_THEME.colors[colour]?.[at] as string;
    const name = `--mantine-color-${colour}-light-color`;
    expect(contrast(light?.[name] ?? shade(9), shade(1)), `${colour} on light`).toBeGreaterThanOrEqual(4.5);
    // The library mixes the dark ground itself: half as dark as the darkest shade.
    const ground = `#${[1, 3, 5]
      .map((at) => Math.round(Number.parseInt(shade(9).slice(at, at + 2), 16) / 2))
      .map((part) => part.toString(16).padStart(2, "0"))
      .join("")}`;
    expect(contrast(dark?.[name] ?? shade(0), ground), `${colour} on dark`).toBeGreaterThanOrEqual(4.5);
  }
});

it("knows each stroke an icon is drawn with, so that none grows bold as the page is enlarged", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  const used = new Set(sources.flatMap((file) => strokesIn(readFileSync(`src/${file}`, "utf8"))));
  expect(used.size).toBeGreaterThan(1);
  const styles = readFileSync("src/styles.css", "utf8");
  for (const stroke of used) {
    expect(styles).toContain(`.tabler-icon[stroke-width="${stroke}"] > * {\n  stroke-width: ${stroke};`);
  }
});

const strokesIn = (text: string) => [...text.matchAll(/ stroke=\{(.+?)\}/g)].map(([, stroke]) => stroke);
