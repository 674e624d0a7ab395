import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

const banner = () => screen.queryByText(/^Hors ligne/);

it("says on every page what waits for the network and what does not, until Daily answers again", async () => {
  const full = agendas.full();
  full.dailyAnswers = false;
  const { user } = await openWindow("/dashboard", full);
  expect(await screen.findByText(/^Hors ligne/)).toBeVisible();
  expect(screen.getByText(/Votre agenda fonctionne comme d’habitude/)).toBeVisible();
  await expectAccessible();
  await user.click(within(screen.getByRole("navigation")).getByRole("link", { name: "Clients" }));
  await screen.findByRole("heading", { name: "Clients" });
  expect(banner()).toBeVisible();
  agenda.dailyAnswers = true;
  await user.click(screen.getByRole("button", { name: "Réessayer" }));
  await expect.poll(banner).toBeNull();
});

it("looks when the system says that the network went or came, and believes Rust, not the system", async () => {
  await openWindow("/dashboard", agendas.full());
  await screen.findByRole("heading", { name: "Tableau de bord" });
  window.dispatchEvent(new Event("offline"));
  expect(banner(), "Daily still answers").toBeNull();
  agenda.dailyAnswers = false;
  window.dispatchEvent(new Event("offline"));
  expect(await screen.findByText(/^Hors ligne/)).toBeVisible();
  agenda.dailyAnswers = true;
  window.dispatchEvent(new Event("online"));
  await expect.poll(banner).toBeNull();
});
