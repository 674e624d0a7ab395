// The month of the planning: jsdom draws no boxes, so that its height and what lies under the pointer are said here.
import { fireEvent, screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { byDay, monthPeriod, shownOf } from "@/pages/planning/month-days";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

vi.mock("@fullcalendar/react", () => ({ default: () => null }));

let height = 0;
Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => height });

const day = (date: string) => {
  const found = document.querySelector<HTMLElement>(`.month-day[data-date="${date}"]`);
  if (!found) throw new Error(`${date} is not in the month`);
  return found;
};
const linesOf = (date: string) => within(day(date)).queryAllByRole("button", { name: /^\d\d:\d\d / });

async function openMonth(rows = 6) {
  height = 6 * (33 + rows * 25);
  localStorage.setItem("planning-view", JSON.stringify("month"));
  const { user } = await openWindow("/planning", agendas.full());
  await screen.findByRole("table", { name: "novembre 2026" });
  await vi.waitFor(() => expect(linesOf("2026-11-24").length).toBeGreaterThan(0));
  return { user, held: agenda.appointments.filter(({ start }) => start.startsWith("2026-11-24")) };
}

beforeEach(() => localStorage.clear());

it("shows each day's appointments in order and says what is only a colour", async () => {
  const { held } = await openMonth();
  const lines = linesOf("2026-11-24");
  expect(lines).toHaveLength(held.length);
  expect(lines[1]).toHaveAccessibleName(/^10:00 Amélie Durand, .+, .+, .+, mardi 24 novembre/);
  const times = lines.map((line) => line.textContent?.slice(0, 5));
  expect(times).toEqual(times.toSorted());
  await expectAccessible();
});

it("counts the appointments of the month it names, not those of the days around it", async () => {
  localStorage.setItem("planning-view", JSON.stringify("month"));
  const full = agendas.full();
  const [model] = full.appointments;
  if (!model) throw new Error("nobody has an appointment");
  for (const date of ["2026-10-27", "2026-11-30", "2026-12-02"]) {
    full.appointments.push({ ...model, id: date, start: `${date}T13:00:00Z`, end: `${date}T14:00:00Z` });
  }
  await openWindow("/planning", full);
  await screen.findByRole("table", { name: "novembre 2026" });
  await vi.waitFor(() => expect(linesOf("2026-12-02").length, "they are drawn").toBeGreaterThan(0));
  const held = full.appointments.filter(({ start }) => start.startsWith("2026-11")).length;
  expect(screen.getByRole("group", { name: /par statut/ })).toHaveTextContent(`Total ${held}`);
});

it("tells how many there is no room for, and shows them all when asked", async () => {
  const { user, held } = await openMonth(3);
  expect(linesOf("2026-11-24")).toHaveLength(2);
  const more = within(day("2026-11-24")).getByRole("button", {
    name: `${held.length - 2} de plus, mardi 24 novembre`,
  });
  await user.click(more);
  const list = await screen.findByRole("dialog", { name: /mardi 24 novembre/i });
  expect(within(list).getAllByRole("button")).toHaveLength(held.length);
  await expectAccessible();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(more, "the focus returns").toHaveFocus();
});

it("opens what is clicked: an appointment, a day by its number, the wizard on a double click", async () => {
  const { user } = await openMonth();
  await user.click(linesOf("2026-11-24")[1] as HTMLElement);
  await screen.findByRole("dialog", { name: /Amélie Durand/ });
  await user.keyboard("{Escape}");
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(day("2026-11-26"));
  expect(day("2026-11-26")).toHaveClass("day-selected");
  await user.dblClick(day("2026-11-27"));
  expect(await screen.findByRole("dialog", { name: "Nouveau rendez-vous" })).toBeVisible();
});

it("goes to a day by its number", async () => {
  const { user } = await openMonth();
  await user.click(within(day("2026-11-25")).getByRole("button", { name: /^mer\. 25/ }));
  expect(screen.getByRole("radio", { name: "Jour" })).toBeChecked();
});

it("turns to another month and chooses a day of it", async () => {
  const { user } = await openMonth();
  await user.click(screen.getByRole("button", { name: "Période suivante" }));
  expect(await screen.findByRole("table", { name: "décembre 2026" })).toBeVisible();
  expect(day("2026-12-01")).toHaveClass("day-selected");
  await user.click(screen.getByRole("button", { name: "Aujourd’hui" }));
  expect(day("2026-11-24")).toHaveClass("day-selected");
});

/** From a line to a day, as a hand does; Escape may come before it is let go. */
function drag(line: HTMLElement, date: string, letGo = false) {
  document.elementFromPoint = () => day(date);
  fireEvent.pointerDown(line, { button: 0, clientX: 10, clientY: 10, pointerType: "mouse" });
  fireEvent.pointerMove(window, { clientX: 60, clientY: 60 });
  expect(day(date)).toHaveAttribute("data-over");
  if (letGo) fireEvent.keyDown(document.body, { key: "Escape" });
  fireEvent.pointerUp(window);
  fireEvent.click(day(date));
}

it("moves what is dragged to another day at the same time, and takes it back on undo", async () => {
  const { user } = await openMonth();
  const id = linesOf("2026-11-24")[1]?.dataset.appointment;
  agenda.appointments = agenda.appointments.filter((one) => !one.start.startsWith("2026-11-27"));
  const start = () => agenda.appointments.find((one) => one.id === id)?.start;
  drag(linesOf("2026-11-24")[1] as HTMLElement, "2026-11-27");
  expect(day("2026-11-27"), "letting go is no click").not.toHaveClass("day-selected");
  expect(document.querySelector(".month-copy")).toBeNull();
  await screen.findByText(/Amélie Durand est déplacé au vendredi 27 novembre, 10:00/);
  expect(start()).toBe("2026-11-27T09:00:00Z");
  await user.click(screen.getByRole("button", { name: "Annuler l’action" }));
  await expect.poll(start).toBe("2026-11-24T09:00:00Z");
});

it("lets go of what is dragged on Escape", async () => {
  await openMonth();
  drag(linesOf("2026-11-24")[1] as HTMLElement, "2026-11-27", true);
  expect(document.querySelector("[data-over], .month-copy, [data-lifted]")).toBeNull();
  expect(linesOf("2026-11-24")[1]).toHaveAccessibleName(/Amélie Durand/);
});

it("counts a day from one local midnight to the next, and begins weeks where the coach's do", () => {
  const at = (start: string) => ({ id: start, start }) as never;
  const days = byDay(
    [at("2026-10-25T22:59:00Z"), at("2026-10-25T23:00:00Z"), at("2026-10-23T22:00:00Z")],
    ["2026-10-24", "2026-10-25", "2026-10-26"],
    "Europe/Paris",
  );
  const ids = (date: string) => days.get(date)?.map(({ id }) => id);
  expect(ids("2026-10-24")).toEqual(["2026-10-23T22:00:00Z"]);
  expect(ids("2026-10-25"), "a day of 25 hours").toEqual(["2026-10-25T22:59:00Z"]);
  expect(ids("2026-10-26")).toEqual(["2026-10-25T23:00:00Z"]);
  expect(monthPeriod("2026-11-24", "mon")).toEqual({ from: "2026-10-26", to: "2026-12-07", inside: "2026-11-01" });
  expect(monthPeriod("2026-11-24", "sun").from).toBe("2026-11-01");
  expect([shownOf(4, 4), shownOf(5, 4)]).toEqual([
    { shown: 4, rest: null },
    { shown: 3, rest: "line" },
  ]);
  expect(shownOf(4, 1), "where one line fits it shows an appointment").toEqual({ shown: 1, rest: "head" });
});
