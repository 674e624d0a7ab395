import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { zoomed } from "@/components/zoom";
import { router } from "@/routes";
import { agendas, expectAccessible, openWindow } from "../window";

async function openPalette(path = "/clients", filled = agendas.full()) {
  const { user } = await openWindow(path, filled);
  await user.click(await screen.findByRole("button", { name: /^Rechercher/ }));
  return { user, field: await screen.findByPlaceholderText(/^Chercher un client, un rendez-vous/) };
}
const drawn = () => [...document.querySelectorAll<HTMLElement>(".mantine-Spotlight-action")];
const options = () => drawn().map((option) => option.textContent);
// What was typed is marked inside the words, which are several elements then.
const option = (words: string) =>
  vi.waitFor(() => {
    const found = drawn().find(({ textContent }) => textContent?.includes(words));
    if (!found) throw new Error(`${words} is not offered`);
    return found;
  });

it("goes to tomorrow's planning", async () => {
  const { user, field } = await openPalette();
  await user.type(field, "demain");
  await user.click(await option("Planning de demain"));
  await expect.poll(() => router.state.location.pathname).toBe("/planning");
  expect(router.state.location.search).toMatchObject({ date: "2026-11-25" });
});

it("finds an appointment by its person, its title and its type, and opens it", async () => {
  const filled = agendas.full();
  const titled = filled.appointments.at(-1);
  if (!titled) throw new Error("the agenda has appointments");
  titled.title = "Préparer la soutenance";
  const { user, field } = await openPalette("/clients", filled);
  await user.type(field, "soutenance");
  await expect.poll(options).toEqual([expect.stringContaining("Préparer la soutenance")]);
  await user.clear(field);
  await user.type(field, "élodie");
  await expect.poll(() => options().some((words) => words?.includes("Bilan"))).toBe(true);
  await expectAccessible();
  await user.clear(field);
  await user.type(field, "soutenance");
  await user.click(await option("Préparer la soutenance"));
  const dialog = await screen.findByRole("dialog", { name: new RegExp(titled.person.name) });
  expect(await within(dialog).findByText("Préparer la soutenance")).toBeVisible();
});

it("books for the person it was asked for, and says so from the first step", async () => {
  const { user, field } = await openPalette();
  await user.type(field, "Thomas Bernard");
  await user.click(await option("avec Thomas Bernard"));
  const dialog = await screen.findByRole("dialog", { name: "Nouveau rendez-vous" });
  expect(await within(dialog).findByText("Thomas Bernard")).toBeVisible();
  expect(within(dialog).getByRole("button", { name: "Quoi" })).toHaveAttribute("aria-current", "step");
});

it("offers the person before their appointments", async () => {
  const { user, field } = await openPalette();
  await user.type(field, "amélie");
  await option("Amélie Durandamelie");
  await expect
    .poll(() => options().some((words) => /^Amélie Durand(lun|mar|mer|jeu|ven|sam|dim)/.test(words ?? "")))
    .toBe(true);
  expect(options()[0]).toMatch(/^Amélie Durandamelie/);
});

it("opens the tab of the settings that is named", async () => {
  const { user, field } = await openPalette();
  await user.type(field, "dispo");
  await user.click(await option("Paramètres : Disponibilités"));
  expect(await screen.findByRole("heading", { name: "Horaires de la semaine" })).toBeVisible();
});

it("draws larger with Ctrl +, and remembers it", async () => {
  await openWindow("/dashboard", agendas.full());
  await screen.findByRole("link", { name: "Planning" });
  fireEvent.keyDown(window, { key: "=", ctrlKey: true });
  await screen.findByText("Affichage à 110 %");
  expect(localStorage.getItem("zoom")).toBe("110");
  fireEvent.keyDown(window, { key: "0", ctrlKey: true });
  await expect.poll(() => localStorage.getItem("zoom")).toBe("100");
  expect([zoomed(80, -1), zoomed(200, 1), zoomed(100, -1), zoomed(125, 1)], "stops at both ends").toEqual([
    80, 200, 90, 150,
  ]);
});

it("lists every key in its window", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  await user.click(await screen.findByRole("button", { name: /^Raccourcis clavier/ }));
  const dialog = await screen.findByRole("dialog", { name: "Raccourcis clavier" });
  for (const what of [
    "Raccourcir ou allonger le rendez-vous",
    "Choisir un autre jour",
    "Agrandir, réduire, taille normale",
  ]) {
    expect(within(dialog).getByRole("cell", { name: what })).toBeVisible();
  }
  await expectAccessible();
});
