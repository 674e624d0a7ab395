// What was done is taken back in the order it was done, as often as it is asked for.
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { tell, tellWithUndo, undoLatest } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { agenda } from "../../dev/bindings";
import { agendas, openWindow } from "../window";

const draw = () =>
  render(
    <MantineProvider env="test">
      <Notifications />
    </MantineProvider>,
  );
const undo = () => act(async () => undoLatest());

it("takes back one after the other, the latest first, until nothing is told any more", async () => {
  draw();
  const done: string[] = [];
  act(() => {
    tellWithUndo("moved", () => done.push("moved"));
    tellWithUndo("resized", () => done.push("resized"));
    tell("something else");
  });
  expect(await undo()).toBe(true);
  expect(await undo()).toBe(true);
  expect(done).toEqual(["resized", "moved"]);
  expect(await undo(), "there is nothing left").toBe(false);
});

it("waits for one to be taken back before the one before it", async () => {
  draw();
  const done: string[] = [];
  let answer = () => {};
  act(() => {
    tellWithUndo("first", () => done.push("first"));
    tellWithUndo("second", () => new Promise<void>((resolve) => (answer = resolve)));
  });
  await undo();
  await undo();
  expect(done, "the second is not taken back yet").toEqual([]);
  await act(async () => answer());
  expect(done).toEqual(["first"]);
});

it("does not take back again by keys what was taken back by its button, nor what was closed", async () => {
  draw();
  const done: string[] = [];
  act(() => {
    tellWithUndo("first", () => done.push("first"));
    tellWithUndo("second", () => done.push("second"));
    tellWithUndo("third", () => done.push("third"));
  });
  const [first, second] = await screen.findAllByRole("status");
  await act(async () => fireEvent.click(within(first as HTMLElement).getByRole("button", { name: m.undo() })));
  fireEvent.click(within(second as HTMLElement).getByRole("button", { name: m.close() }));
  await undo();
  expect(await undo()).toBe(false);
  expect(done).toEqual(["first", "third"]);
});

it("gathers a run into one, which goes back to its beginning, but not over something else", async () => {
  draw();
  const done: string[] = [];
  act(() => {
    tellWithUndo("09:15", () => done.push("to 09:00"), "a");
    tellWithUndo("09:30", () => done.push("to 09:15"), "a");
  });
  await vi.waitFor(() => expect(screen.getAllByRole("status")).toHaveLength(1));
  expect(screen.getByRole("status")).toHaveTextContent("09:30");
  act(() => {
    tellWithUndo("other", () => done.push("other"), "b");
    tellWithUndo("09:45", () => done.push("to 09:30"), "a");
  });
  for (let n = 0; n < 3; n++) await undo();
  expect(done).toEqual(["to 09:30", "other", "to 09:00"]);
});

vi.mock("@fullcalendar/react", () => ({ default: () => null }));
Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => 6 * (33 + 8 * 25) });

it("goes back to where an appointment stood before several strokes of the keys, in one undo", async () => {
  localStorage.setItem("planning-view", JSON.stringify("month"));
  await openWindow("/planning", agendas.full());
  await screen.findByRole("table", { name: "novembre 2026" });
  const claire = () => screen.findByRole("button", { name: /^09:\d\d Claire Lefèvre/ });
  const before = agenda.appointments.find(
    (one) => one.start.startsWith("2026-11-25") && one.person.name === "Claire Lefèvre",
  );
  const start = () => agenda.appointments.find(({ id }) => id === before?.id)?.start;
  agenda.appointments = agenda.appointments.filter((one) => one.id === before?.id);
  for (const day of ["2026-11-26", "2026-11-27"]) {
    (await claire()).focus();
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: "ArrowRight", altKey: true });
    await expect.poll(start, { timeout: 5000 }).toContain(day);
    await vi.waitFor(() => expect(screen.getAllByRole("button", { name: m.undo() })).toHaveLength(1));
  }
  fireEvent.keyDown(window, { key: "z", ctrlKey: true });
  await expect.poll(start).toBe(before?.start);
});
