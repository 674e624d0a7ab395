// What other calendars say, where the coach looks and where they book.
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { busyByDay } from "@/pages/planning/busy-days";
import { busyEvents } from "@/pages/planning/calendar-events";
import { m } from "@/paraglide/messages.js";
import { newFeed } from "../../dev/agenda";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

vi.mock("@fullcalendar/react", () => ({ default: () => null }));
let height = 0;
Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => height });
beforeEach(() => localStorage.clear());

const zone = "Europe/Paris";
const time = (start: string, end: string) => ({ start, end, feedName: "Perso" });
const withBusy = (...busy: ReturnType<typeof time>[]) => ({ ...agendas.full(), busy });
const day = (date: string) => document.querySelector<HTMLElement>(`.month-day[data-date="${date}"]`) as HTMLElement;

async function openMonth(rows: number, ...busy: ReturnType<typeof time>[]) {
  height = 6 * (33 + rows * 25);
  localStorage.setItem("planning-view", JSON.stringify("month"));
  const opened = await openWindow("/planning", withBusy(...busy));
  await screen.findByRole("table", { name: "novembre 2026" });
  await vi.waitFor(() => expect(day("2026-11-24").querySelector(".month-busy")).not.toBeNull());
  return opened;
}

it("cuts a busy time at each midnight of the coach's and knows which days it fills", () => {
  const leave = time("2026-10-23T22:00:00Z", "2026-10-25T23:00:00Z");
  const trip = time("2026-10-26T20:00:00Z", "2026-10-27T05:00:00Z");
  const days = busyByDay([leave, trip], ["2026-10-24", "2026-10-25", "2026-10-26", "2026-10-27"], zone);
  const told = [...days].map(([date, spans]) => [date, ...spans.map((one) => [one.start, one.end, one.allDay])]);
  expect(told, "the 25th has 25 hours").toEqual([
    ["2026-10-24", ["2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z", true]],
    ["2026-10-25", ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", true]],
    ["2026-10-26", ["2026-10-26T20:00:00Z", "2026-10-26T23:00:00Z", false]],
    ["2026-10-27", ["2026-10-26T23:00:00Z", "2026-10-27T05:00:00Z", false]],
  ]);
});

it("tells what ends at midnight, lies outside or overlaps as it is", () => {
  const until = time("2026-11-24T20:00:00Z", "2026-11-24T23:00:00Z");
  const [early, late] = [
    time("2026-11-25T07:00:00Z", "2026-11-25T09:00:00Z"),
    time("2026-11-25T08:00:00Z", "2026-11-25T08:30:00Z"),
  ];
  const outside = time("2026-11-26T08:00:00Z", "2026-11-26T09:00:00Z");
  const days = busyByDay([until, early, late, outside], ["2026-11-24", "2026-11-25"], zone);
  expect([...days]).toEqual([
    ["2026-11-24", [{ ...until, allDay: false }]],
    ["2026-11-25", [early, late].map((one) => ({ ...one, allDay: false }))],
  ]);
  const whole = time("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
  expect(busyByDay([whole], ["2026-03-29"], zone).get("2026-03-29"), "the day of 23 hours").toEqual([
    { ...whole, allDay: true },
  ]);
});

it("stands under a day's appointments in the month, in words, and is counted nowhere", async () => {
  await openMonth(9, time("2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z"));
  const line = day("2026-11-24").querySelector(".month-busy") as HTMLElement;
  expect(line).toHaveTextContent("Pris 08:00 – 09:00");
  expect(line).toHaveTextContent("Pris ailleurs, 08:00 – 09:00 : Perso");
  expect(line.previousElementSibling, "after the appointments").toHaveClass("month-lines");
  expect(within(line).queryByRole("button")).toBeNull();
  const held = day("2026-11-24").querySelectorAll("[data-appointment]").length;
  const panel = screen.getByRole("region", { name: "Jour choisi" });
  expect(within(panel).getByText(`${held} rendez-vous`)).toBeVisible();
  expect(within(panel).getByText("Pris ailleurs, 08:00 – 09:00 : Perso")).toBeVisible();
  await expectAccessible();
});

it("takes no line from an appointment: in a full day of the month it is a mark that says the same", async () => {
  await openMonth(3, time("2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z"));
  const mark = day("2026-11-24").querySelector(".month-busy-mark") as HTMLElement;
  expect(mark).toHaveTextContent("Pris ailleurs, 08:00 – 09:00 : Perso");
  expect(day("2026-11-24").querySelectorAll("[data-appointment]")).toHaveLength(2);
});

it("is a line of the list that is neither opened nor moved, on each day it reaches", () => {
  const lines = busyEvents("list", [time("2026-11-24T20:00:00Z", "2026-11-25T08:00:00Z")], dates, zone);
  expect(lines.map(({ start, end }) => [start, end])).toEqual([
    ["2026-11-24T20:00:00Z", "2026-11-24T23:00:00Z"],
    ["2026-11-24T23:00:00Z", "2026-11-25T08:00:00Z"],
  ]);
  expect(lines.every((one) => one.id === undefined && one.editable === false && one.interactive === false)).toBe(true);
});
const dates = ["2026-11-24", "2026-11-25"];

it("warns before one books over it outside the hours, and then books", async () => {
  const busy = time("2026-11-25T19:00:00Z", "2026-11-25T21:00:00Z");
  const { user } = await openWindow("/dashboard", withBusy(busy));
  await user.click(await screen.findByRole("button", { name: "Nouveau rendez-vous" }));
  const dialog = await screen.findByRole("dialog", { name: "Nouveau rendez-vous" });
  await user.click(await within(dialog).findByRole("button", { name: /Thomas Bernard/ }));
  await user.click(await within(dialog).findByRole("button", { name: "Continuer" }));
  await user.click(await within(dialog).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(within(dialog).getByRole("checkbox", { name: /^En dehors de mes horaires/ }));
  const start = within(dialog).getByRole("textbox", { name: "Heure de début" });
  await user.type(start, "18:00{Tab}");
  expect(within(dialog).queryByText("Vous êtes pris ailleurs à ce moment"), "18 to 19 is free").toBeNull();
  await user.clear(start);
  await user.type(start, "20:30{Tab}");
  expect(await within(dialog).findByText("Vous êtes pris ailleurs à ce moment")).toBeVisible();
  expect(within(dialog).getByText("Perso · mercredi 25 novembre, 20:00 – 22:00")).toBeVisible();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(await within(dialog).findByText("Vous êtes pris ailleurs à ce moment"), "said once more").toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Créer le rendez-vous" }));
  expect(await screen.findByText(/Rendez-vous pris : Thomas Bernard/)).toBeVisible();
});

it("warns in the short form of a client's page too, and then books", async () => {
  const busy = time("2026-11-25T19:00:00Z", "2026-11-25T21:00:00Z");
  const { user } = await openWindow("/clients/c-2", withBusy(busy));
  await user.click(await screen.findByRole("button", { name: "Prendre RDV" }));
  const form = await screen.findByRole("form", { name: /^Prendre rendez-vous/ });
  await user.click(await within(form).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(within(form).getByRole("checkbox", { name: /^En dehors de mes horaires/ }));
  await user.type(within(form).getByRole("textbox", { name: "Heure de début" }), "20:30{Tab}");
  expect(await within(form).findByText("Vous êtes pris ailleurs à ce moment")).toBeVisible();
  expect(within(form).getByText("Perso · mercredi 25 novembre, 20:00 – 22:00")).toBeVisible();
  await expectAccessible();
  await user.click(within(form).getByRole("button", { name: "Créer le rendez-vous" }));
  expect(await screen.findByText(/Rendez-vous pris/)).toBeVisible();
});

it("says in the short form which calendar was never read, and lets it be passed over", async () => {
  const full = agendas.full();
  full.feeds.push({ ...newFeed(full, "Famille", "exemple.fr"), holdsUpBookings: true });
  const { user } = await openWindow("/clients/c-2", full);
  await user.click(await screen.findByRole("button", { name: "Prendre RDV" }));
  expect(await screen.findByText("Jamais lu : Famille")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Réserver sans en tenir compte" }));
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: "Réserver sans en tenir compte" })).toBeNull());
});

async function openMove(full = agendas.full()) {
  const id = full.appointments.find((one) => one.person.kind === "client" && one.person.id === "c-4")?.id ?? "";
  const { user } = await openWindow(`/clients?appointment=${id}&act=move`, full);
  return { user, id, dialog: await screen.findByRole("dialog") };
}

it("moves over it all the same where it came to stand against a slot that was chosen", async () => {
  const { user, id, dialog } = await openMove();
  const day = await within(dialog).findByRole("button", { name: /mercredi 25 novembre/ });
  await vi.waitFor(() => expect(day).toBeEnabled());
  await user.click(day);
  await user.click(await within(dialog).findByRole("button", { name: "15:00" }));
  const start = "2026-11-25T14:00:00Z";
  agenda.busy.push(time(start, "2026-11-25T15:00:00Z"));
  await user.click(within(dialog).getByRole("button", { name: "Déplacer ici" }));
  expect(await within(dialog).findByText(/ou confirmez que vous le voulez ainsi/)).toBeVisible();
  await expectAccessible();
  const anyway = { name: "Déplacer quand même" };
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  expect(within(dialog).queryByRole("button", anyway), "the word was asked for what was chosen then").toBeNull();
  await user.click(within(dialog).getByRole("button", { name: "Déplacer ici" }));
  await user.click(await within(dialog).findByRole("button", anyway));
  expect(await screen.findByText(/est déplacé au mercredi 25 novembre, 15:00/)).toBeVisible();
  expect(agenda.appointments.find((one) => one.id === id)).toMatchObject({ start });
});

it("says where one moves too which calendar was never read, and lets it be passed over", async () => {
  const full = agendas.full();
  full.feeds.push({ ...newFeed(full, "Famille", "exemple.fr"), holdsUpBookings: true });
  const { user, dialog } = await openMove(full);
  expect(await within(dialog).findByText("Jamais lu : Famille")).toBeVisible();
  const pass = { name: "Déplacer sans en tenir compte" };
  await user.click(within(dialog).getByRole("button", pass));
  await vi.waitFor(() => expect(within(dialog).queryByRole("button", pass)).toBeNull());
});

it.each(["fr", "en"] as const)("speaks in %s of moving where one moves over it", async (language) => {
  const full = withBusy(time("2026-11-25T19:00:00Z", "2026-11-25T21:00:00Z"));
  if (full.settings) full.settings.language = language;
  full.feeds.push({ ...newFeed(full, "Famille", "exemple.fr"), holdsUpBookings: true });
  const { user, dialog } = await openMove(full);
  const day = await within(dialog).findByRole("button", { name: /(mercredi 25 novembre|Wednesday 25 November)/ });
  await user.click(within(dialog).getByRole("checkbox", { name: new RegExp(`^${m.outside_choice()}`) }));
  await user.click(day);
  await user.type(within(dialog).getByRole("textbox", { name: m.start_time() }), "20:30{Tab}");
  const told = await within(dialog).findByText(m.busy_warning());
  expect(told.closest("[role=status]")).toHaveTextContent(m.busy_warning_moving());
  expect(within(dialog).getByRole("button", { name: m.unread_calendars_move() })).toBeVisible();
  expect(dialog, "nothing is booked here").not.toHaveTextContent(/réserv|book/i);
});
