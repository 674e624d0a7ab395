import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { scaleOf } from "@/pages/statistics/bars";
import { datesOf } from "@/pages/statistics/periods";
import { agendas, expectAccessible, openWindow } from "../window";

it.each([
  ["this_month", "2026-11-24", "2026-11-01 2026-11-30"],
  ["last_month", "2026-03-31", "2026-02-01 2026-02-28"],
  ["last_month", "2026-01-15", "2025-12-01 2025-12-31"],
  ["quarter", "2026-11-24", "2026-10-01 2026-12-31"],
  ["quarter", "2027-02-28", "2027-01-01 2027-03-31"],
  ["year", "2028-02-29", "2028-01-01 2028-12-31"],
] as const)("%s on %s is %s", (name, today, expected) => {
  const { from, to } = datesOf(name, today);
  expect(`${from} ${to}`).toBe(expected);
});

it.each([
  [1, 1, 1],
  [4, 4, 1],
  [7, 8, 2],
  [90, 100, 25],
  [9000, 10000, 2500],
])("a scale for %i ends at %i", (most, top, step) => {
  expect(top % step).toBe(0);
  const scale = scaleOf(most);
  expect(scale.top).toBeGreaterThanOrEqual(most);
  expect(scale.top / scale.step).toBeLessThanOrEqual(5);
});

it("shows the figures of this month beside those of the month before, each chart with its table", async () => {
  const { user } = await openWindow("/statistics", agendas.full());
  expect(await screen.findByText("Taux de présence")).toBeVisible();
  expect(screen.getByText(/novembre 2026, comparé à/)).toBeVisible();
  const days = screen.getByRole("region", { name: "Par jour de la semaine" });
  const toggle = within(days).getByRole("button", { name: "Tableau : Par jour de la semaine" });
  expect(toggle).toHaveAttribute("aria-expanded", "false");
  await user.click(toggle);
  expect(toggle).toHaveAttribute("aria-expanded", "true");
  const rows = within(within(days).getByRole("table")).getAllByRole("row");
  expect(rows.length, "a title and seven days").toBe(8);
  await expectAccessible();
});

it("saves a table as a file and says where it is", async () => {
  const { user } = await openWindow("/statistics", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Enregistrer en CSV : Par client" }));
  expect(await screen.findByText(/« statistiques-clients-.*\.csv » est enregistré dans/)).toBeVisible();
});

it("says calmly that a period is empty, and what to do", async () => {
  const empty = agendas.full();
  empty.appointments = [];
  await openWindow("/statistics", empty);
  expect(await screen.findByRole("heading", { name: "Aucun rendez-vous sur cette période" })).toBeVisible();
  expect(screen.getByRole("main")).not.toHaveTextContent("NaN");
  expect(screen.getByRole("main"), "nothing is compared with nothing").not.toHaveTextContent("auparavant");
  await expectAccessible();
});

it("says at the dates what Rust refuses about them", async () => {
  await openWindow("/statistics", agendas.full(), {
    getStatistics: [{ field: "to", problem: "out_of_range", limit: null }],
  });
  expect(await screen.findByRole("alert")).toBeVisible();
});

it("is reached by 4; the settings by 5", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  await screen.findByRole("button", { name: /Rendez-vous du jour/ });
  await user.keyboard("4");
  expect(await screen.findByRole("heading", { name: "Statistiques", level: 1 })).toBeVisible();
  await user.keyboard("5");
  expect(await screen.findByRole("heading", { name: "Paramètres", level: 1 })).toBeVisible();
});
