// What a page shows when it cannot read what it is made of, and what becomes of input that could not be saved.
import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { agenda, begin } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

vi.mock("@fullcalendar/react", () => ({ default: () => null }));

const broken = "Quelque chose n’a pas fonctionné.";
const retry = "Réessayer";

it("says in each part of the dashboard what could not be read, and reads it again", async () => {
  const { user } = await openWindow("/dashboard", agendas.full(), {
    getAppointmentsForDate: "internal",
    getUpcomingAppointments: "internal",
    getAttention: "internal",
  });
  await expect.poll(() => screen.queryAllByText(broken)).toHaveLength(3);
  expect(screen.queryByText("Chargement en cours"), "nothing waits for ever").toBeNull();
  expect(screen.getByRole("button", { name: "Rendez-vous du jour" }), "no number that is not known").toBeVisible();
  await expectAccessible();
  begin(agenda);
  for (const button of screen.getAllByRole("button", { name: retry })) await user.click(button);
  await expect.poll(() => screen.queryAllByText(broken)).toHaveLength(0);
  expect(screen.getByRole("timer")).toBeVisible();
});

it("says on the planning what could not be read, and reads it again", async () => {
  localStorage.setItem("planning-view", JSON.stringify("month"));
  const { user } = await openWindow("/planning", agendas.full(), { getCoachAppointments: "internal" });
  await screen.findByText(broken);
  begin(agenda);
  await user.click(screen.getByRole("button", { name: retry }));
  expect(await screen.findByRole("table", { name: "novembre 2026" })).toBeVisible();
  localStorage.clear();
});

it("says on the planning when other calendars could not be read, instead of showing the day as free", async () => {
  localStorage.setItem("planning-view", JSON.stringify("month"));
  const { user } = await openWindow("/planning", agendas.full(), { getBusyTimes: "internal" });
  const panel = await screen.findByRole("region", { name: "Jour choisi" });
  await within(panel).findByText(broken);
  begin(agenda);
  await user.click(within(panel).getByRole("button", { name: retry }));
  await expect.poll(() => within(panel).queryByText(broken)).toBeNull();
  localStorage.clear();
});

const tabs = [
  ["types", "getConfiguration"],
  ["reasons", "getConfiguration"],
  ["availability", "getAvailability"],
  ["video", "getVideoAccount"],
  ["reminders", "getSettings"],
  ["general", "getSettings"],
  ["data", "getBackups"],
] as const;

it.each(tabs)("says in the settings, %s, what could not be read, and reads it again", async (tab, command) => {
  const { user } = await openWindow(`/settings?tab=${tab}`, agendas.full(), { [command]: "internal" });
  await screen.findAllByText(broken);
  begin(agenda);
  for (const button of screen.getAllByRole("button", { name: retry })) await user.click(button);
  await expect.poll(() => screen.queryByText(broken)).toBeNull();
});

it("keeps what could not be saved, and says why", async () => {
  const { user } = await openWindow("/settings?tab=types", agendas.full(), { createAppointmentType: "disk_full" });
  await user.click(await screen.findByRole("button", { name: "Nouveau type" }));
  const form = await screen.findByRole("dialog");
  await user.type(within(form).getByLabelText(/^Nom/), "Atelier");
  await user.click(within(form).getByRole("button", { name: "Ajouter" }));
  expect(await screen.findByText("Le disque est plein.")).toBeVisible();
  expect(within(form).getByLabelText(/^Nom/)).toHaveValue("Atelier");
  begin(agenda);
  await user.click(within(form).getByRole("button", { name: "Ajouter" }));
  expect(await screen.findByRole("button", { name: "Monter : Atelier" })).toBeVisible();
});
