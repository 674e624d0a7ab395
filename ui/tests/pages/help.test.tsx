import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { guides, pictureOf } from "@/text/guide";
import written from "../../src/pages/help/licence-texts.json";
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

it("shows the licence of a part in its authors' words, and goes back to the list", async () => {
  const { user } = await openWindow("/help", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Licences" }));
  const list = await screen.findByRole("dialog", { name: "Licences" });
  const [react = ""] = licences.find(([name]) => name?.startsWith("react ")) ?? [];
  // By its text: asking hundreds of buttons for their names takes seconds.
  await user.click(within(list).getByText(react));
  const dialog = await screen.findByRole("dialog", { name: react });
  const text = await within(dialog).findByText(/Permission is hereby granted, free of charge/);
  expect(text).toHaveTextContent("Copyright (c) Meta Platforms");
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Tous les composants" }));
  expect(await screen.findByText(react)).toBeVisible();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("button", { name: "Licences" })).toHaveFocus();
});

it("has a text for every part, and no text for none", () => {
  const parts: Record<string, unknown> = written.parts;
  const places = Object.values(written.parts).flatMap((notices) => notices.map(([, place]) => place));
  expect(Object.keys(parts)).toEqual(licences.map(([name]) => name));
  expect(new Set(places)).toEqual(new Set(written.texts.keys()));
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

it("leaves the next page at its top, however far down it was read itself", async () => {
  const { user } = await openWindow("/help", agendas.full());
  await screen.findByRole("heading", { level: 1, name: m.nav_help() });
  const main = screen.getByRole("main");
  main.scrollTop = 900;
  await user.click(screen.getByRole("link", { name: m.nav_clients() }));
  await screen.findByRole("heading", { level: 1, name: m.nav_clients() });
  expect(main.scrollTop).toBe(0);
  main.scrollTop = 300;
  await user.click((await screen.findAllByRole("link", { name: /Durand/ }))[0] as HTMLElement);
  await screen.findByRole("heading", { level: 1, name: /Durand/ });
  expect(main.scrollTop).toBe(0);
});
