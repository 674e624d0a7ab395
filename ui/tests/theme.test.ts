import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { wornAtOpening } from "@/theme";

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
