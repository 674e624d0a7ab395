// What the calendar library reports (a drop, a resize, a drag on empty time) is reported here by hand: jsdom draws no
// boxes to drag between. What is drawn and dragged for real is seen in the real window.
import type { CalendarOptions } from "@fullcalendar/react";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, nowMs, openWindow } from "../window";

let options: CalendarOptions = {};
const api = {
  prev: vi.fn(),
  next: vi.fn(),
  gotoDate: vi.fn(),
  changeView: vi.fn(),
  unselect: vi.fn(),
  scrollToTime: vi.fn(),
};

vi.mock("@fullcalendar/react", async () => {
  const { createElement, useEffect, useImperativeHandle } = await import("react");
  return {
    default: (props: CalendarOptions & { ref: never }) => {
      options = props;
      useImperativeHandle(props.ref, () => ({ getApi: () => api }) as never, []);
      useEffect(() => {
        const view = { calendar: { formatIso: (date: Date) => date.toISOString() }, currentStart: monday };
        props.datesSet?.call({} as never, { startStr: "2026-11-23", endStr: "2026-11-30", view } as never);
      }, [props.datesSet]);
      const column = createElement(
        "div",
        { role: "row" },
        createElement("div", { role: "rowheader", "data-time": "00:00:00" }, "00:00"),
        createElement("div", { role: "cell", "data-date": "2026-11-26" }),
      );
      const events = (props.events ?? []) as { id?: string; start: string }[];
      return createElement(
        "div",
        null,
        createElement("div", { role: "table", "aria-label": "26" }, column),
        events
          .filter(({ id }) => id)
          .map(({ id, start }) => createElement("button", { key: id, "data-appointment": id, type: "button" }, start)),
      );
    },
  };
});

const monday = new Date("2026-11-23T00:00:00Z");
const amelie = () => {
  const found = agenda.appointments.find((one) => one.start === "2026-11-24T09:00:00Z");
  if (!found) throw new Error("Amélie comes on Tuesday at ten");
  return found;
};
const drawn = async (id: string) => {
  await screen.findByText("Amélie Durand");
  const found = await vi.waitFor(() => {
    const element = document.querySelector<HTMLElement>(`[data-appointment="${id}"]`);
    if (!element) throw new Error(`${id} is not drawn`);
    return element;
  });
  return found;
};

async function openPlanning(failures = {}) {
  const { user } = await openWindow("/planning", agendas.full(), failures);
  await drawn(amelie().id);
  return { user, appointment: amelie() };
}

/** As the library reports it: the event where it was dropped, and the way back. */
function report(kind: "eventDrop" | "eventResize", start: string, end: string) {
  const revert = vi.fn();
  const event = {
    id: amelie().id,
    start: new Date(start),
    end: new Date(end),
    extendedProps: { appointment: amelie() },
  };
  options[kind]?.call({} as never, { event, revert } as never);
  return revert;
}

beforeEach(() => {
  options = {};
});

it("scrolls to the present where today is shown, and goes back to it", async () => {
  const { user } = await openPlanning();
  expect(options.scrollTime).toBe("08:00:00");
  expect(api.scrollToTime, "the hours were read after the calendar was drawn").toHaveBeenCalledWith("08:00:00");
  api.scrollToTime.mockClear();
  await user.click(screen.getByRole("button", { name: "Aujourd’hui" }));
  expect(api.scrollToTime).toHaveBeenCalledWith("08:00:00");
});

it("says that everything is hidden, in the day's list too, and shows all again", async () => {
  const { user } = await openPlanning();
  const filter = screen.getByRole("group", { name: /Rendez-vous de la période/ });
  for (const chip of within(filter).getAllByRole("button", { pressed: true })) await user.click(chip);
  const note = await screen.findByText(/^Le filtre masque \d+ rendez-vous\.$/);
  const day = screen.getByRole("region", { name: "Jour choisi" });
  expect(within(day).getByText(/^0 rendez-vous · \d masqués$/)).toBeVisible();
  expect(within(day).queryByText("Amélie Durand")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Tout afficher" }));
  expect(await within(day).findByText("Amélie Durand")).toBeVisible();
  expect(note).not.toBeInTheDocument();
});

it("moves what was dropped and takes it back on undo", async () => {
  const { user } = await openPlanning();
  const revert = report("eventDrop", "2026-11-25T13:00:00Z", "2026-11-25T14:00:00Z");
  await screen.findByText(/Amélie Durand est déplacé au mercredi 25 novembre, 14:00/);
  expect(agenda.appointments.find(({ id }) => id === "a-16")?.start).toBe("2026-11-25T13:00:00Z");
  await user.click(screen.getByRole("button", { name: "Annuler l’action" }));
  await expect.poll(() => amelie().end).toBe("2026-11-24T10:00:00Z");
  expect(revert).not.toHaveBeenCalled();
});

it("takes the last thing back with Ctrl Z too", async () => {
  await openPlanning();
  report("eventDrop", "2026-11-25T13:00:00Z", "2026-11-25T14:00:00Z");
  await screen.findByText(/Amélie Durand est déplacé/);
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  await expect.poll(() => agenda.appointments.find(({ id }) => id === "a-16")?.start).toBe("2026-11-24T09:00:00Z");
});

it("lengthens what was resized and takes it back on undo", async () => {
  const { user } = await openPlanning();
  report("eventResize", "2026-11-24T09:00:00Z", "2026-11-24T10:30:00Z");
  await screen.findByText(/Amélie Durand : désormais 10:00 – 11:30/);
  expect(amelie().end).toBe("2026-11-24T10:30:00Z");
  await user.click(screen.getByRole("button", { name: "Annuler l’action" }));
  await expect.poll(() => amelie().end).toBe("2026-11-24T10:00:00Z");
});

it("puts back what cannot stand where it was dropped, and says why without a way to insist", async () => {
  await openPlanning();
  const revert = report("eventDrop", "2026-11-24T13:00:00Z", "2026-11-24T14:00:00Z");
  await screen.findByText(/^Vous avez déjà un rendez-vous avec Hugo Chevalier de 14:00 à 15:00\.$/);
  expect(revert).toHaveBeenCalledOnce();
  expect(screen.queryByRole("button", { name: "Quand même" }), "never over another").toBeNull();
  expect(amelie().start).toBe("2026-11-24T09:00:00Z");
});

it("names nobody where nothing that is shown has the time", async () => {
  await openPlanning({ rescheduleAppointment: "slot_taken" });
  report("eventDrop", "2026-11-24T19:00:00Z", "2026-11-24T20:00:00Z");
  expect(await screen.findByText("Ce créneau vient d’être pris.")).toBeVisible();
});

it("offers to insist outside the hours", async () => {
  const { user } = await openPlanning();
  report("eventDrop", "2026-11-24T19:00:00Z", "2026-11-24T20:00:00Z");
  await user.click(await screen.findByRole("button", { name: "Quand même" }));
  await screen.findByText(/Amélie Durand est déplacé au mardi 24 novembre, 20:00/);
});

it("books where empty time was dragged over, and refuses calmly over another appointment", async () => {
  await openPlanning();
  const select = (start: string, end: string) =>
    options.select?.call(
      {} as never,
      { start: new Date(start), end: new Date(end), startStr: start, view: { calendar: api } } as never,
    );
  select("2026-11-24T09:30:00Z", "2026-11-24T11:00:00Z");
  await screen.findByText(/^Vous avez déjà un rendez-vous avec Amélie Durand de 10:00 à 11:00\.$/);
  expect(screen.queryByRole("dialog")).toBeNull();
  select("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z");
  expect(await screen.findByRole("dialog", { name: "Nouveau rendez-vous" })).toBeVisible();
});

it("books on a double click on empty time, and chooses the day on a single one", async () => {
  const { user } = await openPlanning();
  options.dateClick?.call({} as never, { dateStr: "2026-11-26T17:00:00" } as never);
  expect(await screen.findByRole("heading", { name: "jeudi 26 novembre" })).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
  const column = document.querySelector('[data-date="2026-11-26"]') as HTMLElement;
  column.getBoundingClientRect = () => ({ top: 0, height: 1440 }) as DOMRect;
  fireEvent.doubleClick(await drawn(amelie().id), { clientY: 1022 });
  expect(screen.queryByRole("dialog"), "on an appointment two clicks begin no other").toBeNull();
  fireEvent.doubleClick(column, { clientY: 1022 });
  const wizard = within(await screen.findByRole("dialog", { name: "Nouveau rendez-vous" }));
  expect(
    await wizard.findByText("jeudi 26 novembre, 17:00"),
    "what was picked is said from the first step",
  ).toBeVisible();
  await user.click(await wizard.findByRole("button", { name: /Amélie Durand/ }));
  await user.click(await wizard.findByRole("button", { name: "Continuer" }));
  expect(await wizard.findByText(/jeudi 26 novembre, 17:00/)).toBeVisible();
});

it("gathers several presses of Alt and an arrow into one move", async () => {
  const { appointment } = await openPlanning();
  for (let press = 0; press < 3; press += 1) {
    fireEvent.keyDown(await drawn(appointment.id), { key: "ArrowDown", altKey: true });
  }
  fireEvent.keyDown(await drawn(appointment.id), { key: "ArrowDown", altKey: true, shiftKey: true });
  expect(await screen.findByText("mardi 24 novembre, 10:45 – 12:00"), "said while it moves").toBeInTheDocument();
  await screen.findByText(/désormais 10:45 – 12:00/);
  expect(agenda.appointments.find(({ id }) => id === appointment.id)).toMatchObject({
    start: "2026-11-24T09:45:00Z",
    end: "2026-11-24T11:00:00Z",
  });
});

it("draws back what the keys moved onto another appointment", async () => {
  const { appointment } = await openPlanning({ rescheduleAppointment: "slot_taken" });
  fireEvent.keyDown(await drawn(appointment.id), { key: "ArrowRight", altKey: true });
  expect(await drawn(appointment.id)).toHaveTextContent("2026-11-25T09:00:00Z");
  await screen.findByText(/^Vous avez déjà un rendez-vous avec Claire Lefèvre de 09:30 à 10:30\.$/);
  expect(await drawn(appointment.id)).toHaveTextContent("2026-11-24T09:00:00Z");
  await waitFor(async () => expect(await drawn(appointment.id), "the keys go on from it").toHaveFocus());
});

it("walks from one appointment to the next with the arrows", async () => {
  const { appointment } = await openPlanning();
  (await drawn(appointment.id)).focus();
  fireEvent.keyDown(await drawn(appointment.id), { key: "ArrowDown" });
  expect(document.activeElement).toHaveAttribute("data-appointment", "a-17");
});

it("closes a menu by Escape though the pointer took the focus out of it", async () => {
  const { appointment } = await openPlanning();
  fireEvent.contextMenu(await drawn(appointment.id));
  const menu = await screen.findByRole("menu");
  (document.activeElement as HTMLElement | null)?.blur();
  fireEvent.keyDown(document.body, { key: "Escape" });
  await waitFor(() => expect(menu).not.toBeInTheDocument());
});

it("offers on right click what an appointment's status allows", async () => {
  const { user, appointment } = await openPlanning();
  fireEvent.contextMenu(await drawn(appointment.id));
  const menu = await screen.findByRole("menu");
  expect(
    within(menu)
      .getAllByRole("menuitem")
      .map((item) => item.textContent),
  ).toEqual(["Ouvrir", "Rejoindre", "Modifier…", "Déplacer…", "Annuler…"]);
  await expectAccessible();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(menu).not.toBeInTheDocument());

  const over = agenda.appointments.find((one) => one.status === "scheduled" && Date.parse(one.end) < nowMs);
  fireEvent.contextMenu(await drawn(over?.id ?? ""));
  await user.click(await screen.findByRole("menuitem", { name: "Terminé" }));
  await waitFor(() => expect(agenda.appointments.find(({ id }) => id === over?.id)?.status).toBe("completed"));
  fireEvent.contextMenu(await drawn(over?.id ?? ""));
  expect(await screen.findByRole("menuitem", { name: "Rouvrir" })).toBeVisible();
  expect(screen.queryByRole("menuitem", { name: "Annuler…" })).toBeNull();
});
