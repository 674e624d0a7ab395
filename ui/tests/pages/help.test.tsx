import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { guides, pictureOf } from "@/text/guide";
import licences from "../../src/pages/help/licences.json";
import { agendas, expectAccessible, openWindow } from "../window";

it("shows the guide of the documentation, its pictures and what the program is made of", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  await user.click(await screen.findByRole("link", { name: "Aide" }));
  expect(await screen.findByRole("heading", { name: "Aide", level: 1 })).toBeVisible();
  expect(screen.getByRole("img", { name: "Le planning du mois" })).toHaveAttribute("src", expect.stringMatching(/png/));
  await expectAccessible();
  const chapters = screen.getByRole("navigation", { name: "Chapitres" });
  await user.click(within(chapters).getByRole("button", { name: "Les rappels" }));
  expect(screen.getByRole("heading", { name: "Les rappels" })).toHaveFocus();
  await user.click(screen.getByRole("button", { name: "Licences" }));
  const dialog = await screen.findByRole("dialog", { name: "Licences" });
  expect(within(dialog).getAllByRole("row")).toHaveLength(licences.length + 1);
});

it.each(Object.entries(guides))(
  "the guide in %s has every picture it names, and a chapter for each of the other's",
  (_, text) => {
    const named = [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, address]) => address ?? "");
    expect(named.length).toBeGreaterThan(4);
    for (const address of named) expect(pictureOf(address), address).toBeTruthy();
    const chapters = (guide: string) => guide.match(/^## /gm)?.length;
    expect(chapters(text)).toBe(chapters(guides.fr));
  },
);
