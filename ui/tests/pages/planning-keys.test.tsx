// The planning without a mouse: every way in, and the focus after every way out.
import { fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, openWindow } from "../window";

vi.mock("@fullcalendar/react", () => ({ default: () => null }));
Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => 6 * (33 + 8 * 25) });

const day = (date: string) => document.querySelector<HTMLElement>(`.month-day[data-date="${date}"]`) as HTMLElement;
const lines = (date: string) => within(day(date)).getAllByRole("button", { name: /^\d\d:\d\d / });
const number = (date: string) => day(date).querySelector<HTMLElement>(".month-number") as HTMLElement;

async function openMonth() {
  localStorage.setItem("planning-view", JSON.stringify("month"));
  const { user } = await openWindow("/planning", agendas.full());
  await screen.findByRole("table", { name: "novembre 2026" });
  await vi.waitFor(() => expect(day("2026-11-24").querySelector("[data-appointment]")).not.toBeNull());
  return user;
}

/** The menu key asks for a menu of what has the focus; WebKit tells it as a right click that misses it. */
async function askMenu(element: HTMLElement) {
  element.focus();
  fireEvent.keyDown(element, { key: "ContextMenu" });
  fireEvent.contextMenu(element.closest(".month-day") as HTMLElement);
  return screen.findByRole("menu");
}

beforeEach(() => localStorage.clear());

it("opens an appointment and its menu where the focus is, and gives the focus back", async () => {
  const user = await openMonth();
  const line = lines("2026-11-24")[1] as HTMLElement;
  line.focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: /Amélie Durand/ });
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await vi.waitFor(() => expect(line).toHaveFocus());
  const menu = await askMenu(line);
  expect(within(menu).getByRole("menuitem", { name: "Déplacer…" })).toBeVisible();
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  expect(line).toHaveFocus();
});

it("walks through a month by arrows and moves by Alt", async () => {
  await openMonth();
  (lines("2026-11-24")[0] as HTMLElement).focus();
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowDown" });
  expect(document.activeElement).toHaveAccessibleName(/^10:00 Amélie Durand/);
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowRight" });
  expect(document.activeElement, "the nearest hour of the next day").toHaveAccessibleName(/^09:30 Claire Lefèvre/);
  agenda.appointments = agenda.appointments.filter((one) => !one.start.startsWith("2026-11-26"));
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowRight", altKey: true });
  await screen.findByText(/Claire Lefèvre est déplacé au jeudi 26 novembre, 09:30/);
  await vi.waitFor(() => expect(document.activeElement).toHaveAccessibleName(/Claire Lefèvre/));
});

it("has a day's menu on its number, and books on the chosen day", async () => {
  const user = await openMonth();
  const menu = await askMenu(number("2026-11-26"));
  expect(within(menu).getByRole("menuitem", { name: "Prendre rendez-vous ce jour" })).toBeVisible();
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(number("2026-11-26")).toHaveFocus());
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(day("2026-11-25")).toHaveClass("day-selected");
  await user.keyboard("n");
  const wizard = await screen.findByRole("dialog", { name: "Nouveau rendez-vous" });
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(wizard).not.toBeInTheDocument());
  expect(day("2026-11-25"), "nothing else was closed or chosen").toHaveClass("day-selected");
});

it("closes one layer at a time: the question, then what was asked about", async () => {
  const user = await openMonth();
  await user.keyboard("n");
  const wizard = await screen.findByRole("dialog", { name: "Nouveau rendez-vous" });
  await user.click(await within(wizard).findByRole("button", { name: /Thomas Bernard/ }));
  await user.keyboard("{Escape}");
  const question = await screen.findByRole("dialog", { name: "Abandonner ce rendez-vous ?" });
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(question).not.toBeInTheDocument());
  expect(wizard).toBeInTheDocument();
  await vi.waitFor(() => expect(wizard.contains(document.activeElement)).toBe(true));
});

it("hears its keys after a view was chosen with the mouse, and leaves the arrows to the choice", async () => {
  const user = await openMonth();
  await user.click(screen.getByRole("radio", { name: "Mois" }));
  expect(document.activeElement).toHaveAttribute("type", "radio");
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowRight" });
  expect(screen.getByRole("table", { name: "novembre 2026" }), "the arrows are the choice's").toBeVisible();
  await user.keyboard("n");
  expect(await screen.findByRole("dialog", { name: "Nouveau rendez-vous" })).toBeVisible();
});
