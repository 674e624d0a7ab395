// Backups, what becomes of a damaged agenda, and what a client may ask for.
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

async function openData(language: "fr" | "en" = "fr") {
  const start = agendas.full();
  if (start.settings) start.settings.language = language;
  const { user } = await openWindow("/settings?tab=data", start);
  await expect.poll(() => document.documentElement.lang).toBe(language);
  const panel = await screen.findByRole("tabpanel", { name: m.tab_data() });
  await within(panel).findByRole("table");
  return { user, panel };
}

describe.each(["fr", "en"] as const)("the data settings in %s", (language) => {
  it("list backups, make one, and say where the agenda is", async () => {
    const { user, panel } = await openData(language);
    expect(within(panel).getAllByRole("row")).toHaveLength(1 + 3);
    expect(within(panel).getByText(/app\.virtus\.planning/)).toBeVisible();
    await expectAccessible();
    await user.click(within(panel).getByRole("button", { name: m.backup_now() }));
    expect(await screen.findByText(m.backup_made())).toBeVisible();
    expect(await within(panel).findAllByText(m.backup_by_hand())).toHaveLength(2);
  });
});

it("exports the whole agenda from the data settings", async () => {
  const { user, panel } = await openData();
  await user.click(within(panel).getByRole("button", { name: m.data_export_all() }));
  const dialog = await screen.findByRole("dialog", { name: m.export_title() });
  expect(within(dialog).getByRole("radio", { name: m.export_all() })).toBeChecked();
  await user.click(within(dialog).getByRole("button", { name: m.export() }));
  expect(await screen.findByText(/agenda\.ics est enregistré/)).toBeVisible();
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

it("leads to the clients, where the data of one are", async () => {
  const { user, panel } = await openData();
  await user.click(within(panel).getByRole("link", { name: m.data_people_open() }));
  expect(await screen.findByRole("heading", { name: m.nav_clients() })).toBeVisible();
});

it("asks before it restores, and keeps the present", async () => {
  const { user, panel } = await openData();
  const [restore] = within(panel).getAllByRole("button", { name: /^Restaurer la sauvegarde/ });
  if (!restore) throw new Error("nothing can be restored");
  await user.click(restore);
  const question = await screen.findByRole("dialog", { name: m.backup_restore_title() });
  await expectAccessible();
  await user.click(within(question).getByRole("button", { name: m.backup_restore_confirm() }));
  expect(await within(panel).findByText(m.backup_before_restore())).toBeVisible();
});

it("deletes a backup for good only when asked twice", async () => {
  const { user, panel } = await openData();
  const remove = () => within(panel).getAllByRole("button", { name: /^Supprimer la sauvegarde/ })[0] as HTMLElement;
  await user.click(remove());
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: m.keep() }));
  expect(agenda.backups).toHaveLength(3);
  await user.click(remove());
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: m.delete() }));
  await expect.poll(() => agenda.backups.length).toBe(2);
});

it("offers the copies when the agenda cannot be read, and begins anew only on a second word", async () => {
  const { user } = await openWindow("/dashboard", agendas.full(), { getSession: "database_damaged" });
  // Nobody knows yet which language the coach speaks: the system's is spoken.
  expect(await screen.findByRole("heading", { name: "Go back to a backup" })).toBeVisible();
  await screen.findByRole("table");
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: m.damaged_anew() }));
  expect(screen.getByRole("button", { name: m.damaged_anew_confirm() })).toBeVisible();
  const [latest] = screen.getAllByRole("button", { name: /backup of/ });
  if (!latest) throw new Error("no copy is offered");
  await user.click(latest);
  expect(await screen.findByRole("button", { name: /Rendez-vous du jour/ })).toBeVisible();
});

describe("a client", () => {
  it("gets their data in files whose names are told", async () => {
    const { user } = await openWindow("/clients/c-1", agendas.full());
    await user.click(await screen.findByRole("button", { name: m.client_export() }));
    expect(await screen.findByText(/Téléchargements : .*\.html, .*\.json/)).toBeVisible();
    await expectAccessible();
  });

  it("is erased for good, after the coach was told what goes and what stays", async () => {
    const { user } = await openWindow("/clients/c-1", agendas.full());
    await user.click(await screen.findByRole("button", { name: m.client_erase() }));
    const question = await screen.findByRole("dialog", { name: /Effacer Amélie Durand/ });
    expect(within(question).getByText(/au plus tard après 14 jours/)).toBeVisible();
    expect(within(question).getByText(/seront annulés/)).toBeVisible();
    await expectAccessible();
    await user.click(within(question).getByRole("button", { name: m.client_erase_confirm() }));
    expect(await screen.findByText("Amélie Durand ne figure plus dans l’agenda.")).toBeVisible();
    expect(agenda.clients.some((one) => one.id === "c-1")).toBe(false);
  });

  it("shows the last appointments first, and earlier ones on demand", async () => {
    const full = agendas.full();
    const model = full.appointments.find((one) => one.person.kind === "client" && one.person.id === "c-1");
    if (!model) throw new Error("Amélie has no appointment");
    for (let n = 0; n < 60; n++) {
      const start = `2025-${n < 30 ? "01" : "02"}-${String((n % 28) + 1).padStart(2, "0")}T${n % 2 ? "09" : "14"}:00:00Z`;
      full.appointments.push({
        ...model,
        id: `old-${n}`,
        status: "completed",
        start,
        end: start.replace(":00:00", ":30:00"),
      });
    }
    const { user } = await openWindow("/clients/c-1", full);
    const past = await screen.findByRole("region", { name: m.client_past() });
    const shown = within(past).getAllByRole("button", { name: m.details() }).length;
    await user.click(screen.getByRole("button", { name: m.client_earlier() }));
    await expect.poll(() => within(past).getAllByRole("button", { name: m.details() }).length).toBeGreaterThan(shown);
    await expect.poll(() => screen.queryByRole("button", { name: m.client_earlier() })).toBeNull();
  });
});
