import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { markOf } from "@/pages/settings/exception-year";
import { holidayDays, yearToClose } from "@/pages/settings/holiday-days";
import { dayOfYearKey } from "@/time/year";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

const openYear = async () => {
  const { user } = await openWindow("/settings?tab=availability", agendas.full());
  return { user, year: await screen.findByRole("table", { name: /décembre 2026/ }) };
};
const day = (date: string) => {
  const found = document.querySelector<HTMLElement>(`[data-date="${date}"]`);
  if (!found) throw new Error(`${date} is not shown`);
  return found;
};

it("shows a year whose days say what they are", async () => {
  await openYear();
  expect(day("2026-12-03")).toHaveAccessibleName("jeudi 3 décembre, Congé · Fermé");
  expect(day("2026-11-28")).toHaveAccessibleName("samedi 28 novembre, Portes ouvertes · 10:00 – 13:00");
  await vi.waitFor(() => expect(day("2026-12-25")).toHaveAccessibleName("vendredi 25 décembre, Noël"));
  expect(day("2026-12-25").dataset.kind, "a holiday is not closed by itself").toBe("open");
  expect(document.querySelectorAll('[data-date][tabindex="0"]'), "one stop for the Tab key").toHaveLength(1);
  await expectAccessible();
});

it("marks the holidays of Alsace and Moselle for whoever asked for them, and remembers it", async () => {
  const { user } = await openYear();
  await vi.waitFor(() => expect(day("2026-12-25")).toHaveAttribute("data-named"));
  expect(day("2026-12-26"), "no holiday in Paris").not.toHaveAttribute("data-named");
  const regional = async () => {
    await user.click(screen.getByRole("button", { name: "Jours fériés…" }));
    await user.click(await screen.findByRole("switch", { name: /Alsace/ }));
  };
  await regional();
  expect(day("2026-12-26")).toHaveAccessibleName(/Saint-Étienne/);
  await user.click(screen.getByRole("button", { name: "Fermer" }));
  await regional();
  expect(day("2026-12-26")).not.toHaveAttribute("data-named");
});

it("closes the days that were dragged over", async () => {
  const { user } = await openYear();
  fireEvent.pointerDown(day("2026-12-31"), { button: 0, buttons: 1 });
  fireEvent.pointerOver(day("2026-12-21"), { buttons: 1 });
  expect(day("2026-12-28"), "between").toHaveAttribute("aria-pressed", "true");
  fireEvent.pointerUp(day("2026-12-21"));
  const dialog = await screen.findByRole("dialog", { name: "Nouvelle exception" });
  await user.type(within(dialog).getByRole("textbox", { name: "Intitulé" }), "Fêtes");
  await user.click(within(dialog).getByRole("button", { name: "Ajouter" }));
  await expect
    .poll(() => agenda.availability.exceptions.at(-1))
    .toMatchObject({
      from: "2026-12-21",
      to: "2026-12-31",
      label: "Fêtes",
      ranges: [],
    });
});

it("forgets a drag that ends outside the year", async () => {
  await openYear();
  fireEvent.pointerDown(day("2026-12-21"), { button: 0, buttons: 1 });
  fireEvent.pointerUp(document.body);
  expect(day("2026-12-21")).toHaveAttribute("aria-pressed", "false");
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("marks a span by the keys alone, and opens what marks a day", async () => {
  const { user } = await openYear();
  day("2026-12-21").focus();
  await user.keyboard("{Shift>}{ArrowRight}{ArrowDown}{/Shift}");
  expect(document.activeElement).toBe(day("2026-12-29"));
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("button", { name: "mardi 29 décembre", pressed: true })).toBeVisible();
  await user.keyboard("{Escape}");
  day("2026-12-03").focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("dialog", { name: "Modifier l’exception" })).toBeVisible();
});

it("closes the ticked public holidays in one go and opens them again on undo", async () => {
  const { user } = await openYear();
  await user.click(screen.getByRole("button", { name: "Année suivante" }));
  await user.click(screen.getByRole("button", { name: "Jours fériés…" }));
  const dialog = await screen.findByRole("dialog", { name: "Jours fériés 2027" });
  const box = (name: string) => within(dialog).findByRole("checkbox", { name });
  expect(await box("Noël"), "a Saturday").toBeDisabled();
  expect(await box("Assomption"), "a Sunday").toBeDisabled();
  expect(within(dialog).queryByRole("checkbox", { name: "Saint-Étienne" }), "of Alsace-Moselle").toBeNull();
  await user.click(await box("Armistice 1918"));
  await expectAccessible();
  const before = agenda.availability.exceptions.length;
  await user.click(within(dialog).getByRole("button", { name: "Fermer 3 jours" }));
  await screen.findByText("3 jours fériés sont fermés.");
  const closed = agenda.availability.exceptions.slice(before).map(({ from, label }) => `${from} ${label}`);
  expect(closed).toEqual(["2027-01-01 Jour de l’an", "2027-07-14 Fête nationale", "2027-11-01 Toussaint"]);
  await user.click(screen.getByRole("button", { name: "Annuler l’action" }));
  await expect.poll(() => agenda.availability.exceptions).toHaveLength(before);
});

it("turns to another year where the holidays are chosen", async () => {
  const { user } = await openYear();
  await user.click(screen.getByRole("button", { name: "Jours fériés…" }));
  const dialog = await screen.findByRole("dialog", { name: "Jours fériés 2026" });
  await within(dialog).findByRole("checkbox", { name: "Noël", checked: true });
  await user.click(within(dialog).getByRole("button", { name: "Année suivante" }));
  expect(await screen.findByRole("dialog", { name: "Jours fériés 2027" })).toBe(dialog);
  expect(await within(dialog).findByRole("button", { name: "Fermer 4 jours" })).toBeEnabled();
  await expectAccessible();
});

it("begins with the next year where nothing is left of this one to close", () => {
  const hours = agendas.full().availability;
  const on = (date: string, holiday: "christmas" | "armistice1918", regional = false) => ({ date, holiday, regional });
  const holidays = [on("2026-11-11", "armistice1918"), on("2026-12-25", "christmas")];
  expect(yearToClose(2026, holidays, hours, "2026-11-24")).toBe(2026);
  expect(yearToClose(2026, holidays, hours, "2026-12-26")).toBe(2027);
  const closed = { id: "e-9", from: "2026-12-20", to: "2026-12-31", label: "", ranges: [] };
  const away = { ...hours, exceptions: [...hours.exceptions, closed] };
  expect(yearToClose(2026, holidays, away, "2026-11-24"), "it is closed already").toBe(2027);
  expect(yearToClose(2025, holidays, hours, "2026-11-24"), "a year that was turned to on purpose").toBe(2025);
  expect(yearToClose(2026, [], hours, "2026-11-24"), "they are not read yet").toBe(2026);
});

it("tells of each holiday whether it can still be closed, and names two that fall together", () => {
  const hours = agendas.full().availability;
  hours.exceptions.push({ id: "e-9", from: "2027-01-01", to: "2027-01-01", label: "", ranges: [] });
  const on = (date: string, holiday: "new_year" | "ascension" | "labour_day") => ({ date, holiday, regional: false });
  const days = holidayDays(
    [on("2027-01-01", "new_year"), on("2008-05-01", "labour_day"), on("2008-05-01", "ascension")],
    hours,
  );
  expect(days).toEqual([
    { date: "2027-01-01", holidays: ["new_year"], state: "closed" },
    { date: "2008-05-01", holidays: ["labour_day", "ascension"], state: "open" },
  ]);
  expect(markOf("2027-01-01", hours, String).kind).toBe("closed");
  expect(markOf("2027-01-03", hours, String).kind, "Sundays are closed every week").toBe("never");
});

it("says under a range, and not inside its narrow field, that what was typed is no time", async () => {
  const { user } = await openYear();
  const day = await screen.findByRole("group", { name: "mardi" });
  const end = within(day).getByRole("textbox", { name: "mardi, plage 1 : fin" });
  const start = within(day).getByRole("textbox", { name: "mardi, plage 1 : début" });
  await user.clear(end);
  await user.type(end, "25:00");
  expect(end, "not while it is typed").toBeValid();
  await user.tab();
  const said = within(day).getByRole("alert");
  expect(said).toHaveTextContent("Cette heure ne convient pas. Exemple : 9:30");
  expect(end.closest(".mantine-TextInput-root"), "as wide as a time").not.toContainElement(said);
  expect(end).toBeInvalid();
  expect(end).toHaveAccessibleDescription("Cette heure ne convient pas. Exemple : 9:30");
  expect(start).toBeValid();
  await user.type(end, "{Control>}a{/Control}18");
  expect(within(day).queryByRole("alert")).toBeNull();
});

it("never walks out of the year", () => {
  expect(dayOfYearKey("ArrowRight", "2026-12-31", 2026)).toBeNull();
  expect(dayOfYearKey("ArrowDown", "2026-01-31", 2026)).toBe("2026-02-07");
  expect(dayOfYearKey("PageDown", "2026-01-31", 2026)).toBe("2026-02-28");
  expect(dayOfYearKey("End", "2026-02-11", 2026)).toBe("2026-02-28");
});
