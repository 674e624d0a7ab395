// What a page, a window or the first start shows while its script is fetched, and where that is missing.
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { m } from "@/paraglide/messages.js";
import { agendas, expectAccessible, openWindow } from "../window";

const scripts = vi.hoisted(() => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const missing = () => {
    throw new Error("a script is missing");
  };
  return { arrived, arrive: () => arrive(), missing };
});
vi.mock("@/pages/statistics/statistics", async () => {
  await scripts.arrived;
  return { default: () => <h1>Statistiques</h1> };
});
vi.mock("@/pages/appointments/booking-window", async () => {
  await scripts.arrived;
  return { default: () => <div role="dialog" aria-label="Rendez-vous" /> };
});
vi.mock("@/pages/clients/clients", scripts.missing);
vi.mock("@/pages/appointments/appointment-window", scripts.missing);
vi.mock("@/pages/shell/palette", scripts.missing);
vi.mock("@/pages/firstrun/first-run", scripts.missing);

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));

const told = () => screen.queryAllByText(m.loading()).filter((one) => one.closest("[role=status]"));
const moment = () => new Promise((resolve) => setTimeout(resolve, 60));

it("leaves the page one is on for a moment, then shows the shape of the next", async () => {
  const { user } = await openWindow("/help", agendas.full());
  await screen.findByRole("heading", { name: m.nav_help(), level: 1 });
  await user.click(screen.getByRole("link", { name: m.nav_statistics() }));
  await moment();
  expect(screen.getByRole("heading", { name: m.nav_help(), level: 1 }), "no flash of grey").toBeVisible();
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toBeVisible();
  for (const heading of screen.queryAllByRole("heading", { name: m.nav_help(), level: 1 })) {
    expect(heading).not.toBeVisible();
  }
});

it("shows the shape of the first page, beside the way to the others", async () => {
  await openWindow("/statistics", agendas.full());
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(screen.getByRole("navigation", { name: m.nav_label() })).toBeVisible();
  await expectAccessible();
});

it("shows the shape of a window, and leaves the focus where that was opened from", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  const opener = await screen.findByRole("button", { name: m.new_appointment() });
  await user.click(opener);
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(opener).toHaveFocus();
});

it("draws what was waited for once its script is there", async () => {
  await openWindow("/statistics", agendas.full());
  await waitFor(() => expect(told()).toHaveLength(1));
  scripts.arrive();
  expect(await screen.findByRole("heading", { name: m.nav_statistics() })).toBeVisible();
  expect(told()).toHaveLength(0);
});

it("says that a page cannot be shown, and leaves the way to the others", async () => {
  const { user } = await openWindow("/clients", agendas.full());
  expect(await screen.findByRole("alert")).toHaveTextContent(m.failure_internal());
  expect(screen.getByRole("button", { name: m.try_again() })).toBeVisible();
  await user.click(screen.getByRole("link", { name: m.nav_help() }));
  expect(await screen.findByRole("heading", { name: m.nav_help(), level: 1 })).toBeVisible();
});

it("says in its place that a window cannot be shown, and leaves the page under it", async () => {
  const full = agendas.full();
  const { user } = await openWindow(`/help?appointment=${full.appointments[0]?.id}`, full);
  expect(await screen.findByRole("alert")).toHaveTextContent(m.failure_internal());
  const dialog = screen.getByRole("dialog", { name: m.appointment() });
  await user.click(within(dialog).getByRole("button", { name: m.close() }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("heading", { name: m.nav_help(), level: 1 })).toBeVisible();
});

it("says that the first start cannot be shown", async () => {
  await openWindow("/dashboard", agendas.none());
  expect(await screen.findByRole("alert")).toHaveTextContent(m.failure_internal());
});
