// The small messages at the edge of the window.
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tell, tellFailure, tellFailureWithChoice, tellRefusal } from "@/components/notice";

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <MantineProvider env="test">
      <Notifications />
    </MantineProvider>,
  );
});
afterEach(() => void vi.useRealTimers());

const taken = { what: "Ce créneau vient d’être pris.", toDo: "Choisissez-en un autre." };
const full = { what: "Le disque est plein.", toDo: "Libérez de la place." };
/** Longer than a message takes to slide away. */
const moment = 400;
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const said = () => screen.queryAllByRole("alert").map((alert) => alert.textContent);

it.each([
  ["a refusal", () => tellRefusal(taken)],
  ["a failure", () => tellFailure(taken)],
  ["a refusal with a choice", () => tellFailureWithChoice(taken, "Créer quand même", () => {})],
])("says %s that comes again once, from then on, and aloud again", (_, refuse) => {
  act(refuse);
  pass(10_000);
  const before = screen.getByRole("alert");
  act(refuse);
  pass(moment);
  expect(screen.getByRole("alert"), "one drawn anew, or nobody would hear it").not.toBe(before);
  pass(10_000);
  expect(said(), "its time began anew").toHaveLength(1);
  pass(5000);
  pass(moment);
  expect(said()).toHaveLength(0);
});

it("says what differs one below the other", () => {
  act(() => tellRefusal(taken));
  act(() => tellFailure(full));
  pass(moment);
  expect(said()).toEqual([taken.what + taken.toDo, full.what + full.toDo]);
});

it("says but the last of what follows each other", () => {
  act(() => tell("Affichage à 110 %", "zoom"));
  act(() => tell("Affichage à 125 %", "zoom"));
  pass(moment);
  expect(screen.getByRole("status")).toHaveTextContent("Affichage à 125 %");
});

it("says once that something was saved", () => {
  act(() => tell("C’est enregistré."));
  act(() => tell("C’est enregistré."));
  pass(moment);
  expect(screen.getAllByText("C’est enregistré.")).toHaveLength(1);
});
