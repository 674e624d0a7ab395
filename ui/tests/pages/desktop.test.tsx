import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

it("starts at login and stays in the tray as one chooses", async () => {
  const { user } = await openWindow("/settings?tab=general", agendas.full());
  const login = await screen.findByRole("switch", { name: /^Ouvrir à l’ouverture de la session/ });
  expect(login).not.toBeChecked();
  await user.click(login);
  await expect.poll(() => agenda.desktop.startAtLogin).toBe(true);
  await user.click(screen.getByRole("switch", { name: /^Rester ouvert quand je ferme la fenêtre/ }));
  await expect.poll(() => agenda.desktop.keepInTray).toBe(false);
  await expectAccessible();
});

it("says what closing does where there is no tray, and offers no choice", async () => {
  const start = { ...agendas.full(), desktop: { hasTray: false, keepInTray: true, startAtLogin: false } };
  await openWindow("/settings?tab=general", start);
  const keep = await screen.findByRole("switch", { name: /^Rester ouvert quand je ferme la fenêtre/ });
  expect(keep).toBeDisabled();
  expect(keep).not.toBeChecked();
  expect(screen.getByText(/fermer la fenêtre quitte le logiciel/)).toBeVisible();
});
