import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { busyEvents } from "@/pages/planning/calendar-events";
import { feedStateWords } from "@/text/feed";
import { newFeed } from "../../dev/agenda";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

const withFeed = (change: Partial<ReturnType<typeof newFeed>> = {}) => {
  const full = agendas.full();
  full.feeds = [{ ...newFeed(full, "Perso", "calendar.google.com"), ...change }];
  return full;
};
const read = { goodAt: "2026-11-24T08:00:00Z", holdsUpBookings: false } as const;
const section = () => screen.findByRole("region", { name: "Calendriers externes" });

it("adds an address, tells a bad one at its field, and does not show it again", async () => {
  const { user } = await openWindow("/settings?tab=availability", agendas.full());
  await user.click(within(await section()).getByRole("button", { name: "Ajouter une adresse" }));
  const dialog = await screen.findByRole("dialog", { name: "Ajouter une adresse" });
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Ajouter" }));
  expect(within(dialog).getByRole("textbox", { name: "Nom" })).toBeInvalid();
  const address = within(dialog).getByRole("textbox", { name: "Adresse du calendrier" });
  expect(address).toBeInvalid();
  await user.type(within(dialog).getByRole("textbox", { name: "Nom" }), "Google");
  await user.type(address, "http://calendar.google.com/s3cr3t.ics");
  await user.click(within(dialog).getByRole("button", { name: "Ajouter" }));
  expect(await within(dialog).findByText(/Seules les adresses https/)).toBeVisible();
  await user.clear(address);
  await user.type(address, "webcal://calendar.google.com/s3cr3t.ics");
  await user.click(within(dialog).getByRole("button", { name: "Ajouter" }));
  expect(await within(await section()).findByText("calendar.google.com")).toBeVisible();
  expect(within(await section()).getByText("Lecture en cours")).toBeVisible();
  await expect.poll(() => document.body.innerHTML).not.toContain("s3cr3t");
  await expectAccessible();
});

it("says how a calendar is: up to date, an old copy, never read, off", () => {
  const told = (change: object) =>
    feedStateWords({ enabled: true, kind: "https", goodAt: "x", trouble: null, ...change }, () => "mardi");
  expect(told({})).toBe("À jour, lu le mardi");
  expect(told({ trouble: "gone" })).toBe("Le dernier essai a échoué. La copie lue le mardi compte toujours.");
  expect(told({ goodAt: null })).toBe("Lecture en cours");
  expect(told({ goodAt: null, trouble: "gone" })).toContain("Jamais lu");
  expect(told({ enabled: false })).toBe("Désactivé");
  expect(told({ kind: "file" })).toBe("Lu le mardi");
});

it("shows what was not understood, and what to do about a trouble", async () => {
  const odd = { notUnderstood: 2, unknownZones: ["Ruritania"] };
  await openWindow("/settings?tab=availability", withFeed({ ...read, ...odd, trouble: "refused" }));
  const list = within(await section());
  expect(await list.findByText(/L’adresse secrète a peut-être changé/)).toBeVisible();
  expect(list.getByText("2 événements n’ont pas pu être compris.")).toBeVisible();
  expect(list.getByText(/Ruritania/)).toBeVisible();
  await expectAccessible();
});

it("switches a calendar off, frees its whole days, and removes it", async () => {
  const { user } = await openWindow("/settings?tab=availability", withFeed(read));
  await user.click(await within(await section()).findByRole("button", { name: "Modifier : Perso" }));
  const dialog = await screen.findByRole("dialog", { name: "Calendrier « Perso »" });
  await user.click(within(dialog).getByRole("switch", { name: /^Les journées entières bloquent/ }));
  await user.clear(within(dialog).getByRole("textbox", { name: "Nom" }));
  await user.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
  expect(within(dialog).getByRole("textbox", { name: "Nom" })).toBeInvalid();
  await user.type(within(dialog).getByRole("textbox", { name: "Nom" }), "Famille");
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
  await expect.poll(() => agenda.feeds[0]).toMatchObject({ name: "Famille", allDayBlocks: false });
  expect(await within(await section()).findByText("Les journées entières ne bloquent pas.")).toBeVisible();
  await user.click(within(await section()).getByRole("button", { name: "Supprimer : Famille" }));
  const asked = await screen.findByRole("dialog", { name: "Retirer « Famille » ?" });
  await user.click(within(asked).getByRole("button", { name: "Supprimer" }));
  expect(await within(await section()).findByText("Aucun calendrier externe")).toBeVisible();
});

it("reads a calendar again on demand, and a file from a file", async () => {
  const full = withFeed(read);
  full.feeds.push({ ...newFeed(full, "Export", null), goodAt: "2026-11-01T08:00:00Z" });
  const { user } = await openWindow("/settings?tab=availability", full);
  await user.click(await within(await section()).findByRole("button", { name: "Lire maintenant : Perso" }));
  await expect.poll(() => agenda.feeds[0]?.triedAt).toBe("2026-11-24T08:52:00Z");
  await user.click(within(await section()).getByRole("button", { name: "Choisir de nouveau le fichier : Export" }));
  await expect.poll(() => agenda.feeds[1]?.goodAt).toBe("2026-11-24T08:52:00Z");
});

it("warns beside the slots of a calendar that was never read, until told to go on", async () => {
  const full = withFeed({ trouble: "gone", triedAt: "2026-11-24T08:00:00Z" });
  const { user } = await openWindow("/clients/c-1", full);
  const book = await screen.findAllByRole("button", { name: /Prendre RDV/ });
  await user.click(book[0] as HTMLElement);
  expect(await screen.findByText("Jamais lu : Perso")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Réserver sans en tenir compte" }));
  await expect.poll(() => screen.queryByRole("button", { name: "Réserver sans en tenir compte" })).toBeNull();
  expect(screen.getByText("Jamais lu : Perso"), "it is still told").toBeVisible();
  await expectAccessible();
});

it("draws other calendars' times behind the days, under their names", () => {
  const time = { start: "2026-11-24T10:00:00Z", end: "2026-11-24T11:00:00Z", feedName: "Perso" };
  expect(busyEvents("week", [time], ["2026-11-24"], "Europe/Paris")).toEqual([
    { start: time.start, end: time.end, title: "Perso", display: "background", className: "busy-elsewhere" },
  ]);
});
