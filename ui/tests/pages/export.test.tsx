import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { agendas, expectAccessible, openWindow } from "../window";

async function openExport() {
  const { user } = await openWindow("/planning", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Exporter" }));
  return { user, dialog: await screen.findByRole("dialog", { name: "Exporter l’agenda" }) };
}

it("exports the shown week and says what the file is called", async () => {
  const { user, dialog } = await openExport();
  expect(within(dialog).getByRole("radio", { name: "La semaine du jour choisi" })).toBeChecked();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Exporter" }));
  expect(await screen.findByText(/agenda\.ics est enregistré/)).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("asks for dates at the dates when they are of one's own choice", async () => {
  const { user, dialog } = await openExport();
  await user.click(within(dialog).getByRole("radio", { name: "Des dates au choix" }));
  await user.click(within(dialog).getByRole("button", { name: "Exporter" }));
  expect(await within(dialog).findByText("Ce champ est nécessaire.")).toBeVisible();
});

it("offers the file of one appointment where it is read", async () => {
  const full = agendas.full();
  const { user } = await openWindow(`/clients?appointment=${full.appointments[0]?.id}`, full);
  await user.click(await screen.findByRole("button", { name: "Fichier iCalendar" }));
  expect(await screen.findByText(/agenda\.ics est enregistré : 1 rendez-vous/)).toBeVisible();
});
