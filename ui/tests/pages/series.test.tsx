// Appointments of a series, changed one by one or together, in both languages.
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { agenda, type Failures } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

const languages = ["fr", "en"] as const;
const tuesdays = ["2026-12-01T15:00:00Z", "2026-12-08T15:00:00Z", "2026-12-15T15:00:00Z", "2026-12-22T15:00:00Z"];

/** Four Tuesdays at four with Amélie, opened at the second. */
async function openSecond(language: "fr" | "en" = "fr", failures: Failures = {}) {
  const full = agendas.full();
  if (full.settings) full.settings.language = language;
  const model = full.appointments.find((one) => one.person.kind === "client" && one.status === "scheduled");
  if (!model) throw new Error("the agenda has no appointment");
  full.series.s = { every: "week", until: { kind: "times", count: 4 } };
  for (const [n, start] of tuesdays.entries()) {
    const end = start.replace("15:00", "16:00");
    full.appointments.push({ ...model, id: `s-${n}`, seriesId: "s", start, end, typeId: "t-seance" });
  }
  const { user } = await openWindow("/clients?appointment=s-1", full, failures);
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText(m.series_label());
  return { user, dialog };
}

const statuses = () => tuesdays.map((_, n) => agenda.appointments.find((one) => one.id === `s-${n}`)?.status);
const starts = () => tuesdays.map((_, n) => agenda.appointments.find((one) => one.id === `s-${n}`)?.start);

describe.each(languages)("a series in %s", (language) => {
  it("says which of how many it is", async () => {
    const { dialog } = await openSecond(language);
    expect(within(dialog).getByText(`${m.series_place({ number: 2, total: 4 })} · ${m.every_week()}`)).toBeVisible();
  });

  it("cancels this one and the following, for a reason", async () => {
    const { user, dialog } = await openSecond(language);
    await user.click(within(dialog).getByRole("button", { name: m.cancel_appointment() }));
    const scopes = await within(dialog).findByRole("radiogroup", { name: m.scope_label() });
    expect(within(scopes).getByRole("radio", { name: m.scope_one() })).toBeChecked();
    await expectAccessible();
    await user.click(within(scopes).getByRole("radio", { name: m.scope_following({ count: 2 }) }));
    await user.click(within(dialog).getByRole("button", { name: m.cancel_confirm_several() }));
    const reason = within(dialog).getByRole("textbox", { name: m.cancel_reason() });
    expect(reason).toHaveAccessibleDescription(m.field_required());
    await user.type(reason, "Fin");
    await user.click(within(dialog).getByRole("button", { name: m.cancel_confirm_several() }));
    expect(await within(dialog).findByText(m.cancelled_by_you())).toBeVisible();
    expect(statuses()).toEqual(["scheduled", "cancelled", "cancelled", "cancelled"]);
  });

  it("says at its field that a length is impossible", async () => {
    const { user, dialog } = await openSecond(language, {
      rescheduleAppointment: [{ field: "durationMin", problem: "out_of_range", limit: 5 }],
    });
    await user.click(within(dialog).getByRole("button", { name: m.move() }));
    const length = await within(dialog).findByRole("textbox", { name: m.duration_label() });
    await user.clear(length);
    await user.type(length, "2");
    await user.click(within(dialog).getByRole("button", { name: m.save() }));
    await expect.poll(() => length.getAttribute("aria-invalid")).toBe("true");
  });
});

it("cancels this one alone unless told otherwise", async () => {
  const { user, dialog } = await openSecond();
  await user.click(within(dialog).getByRole("button", { name: m.cancel_appointment() }));
  await user.type(await within(dialog).findByRole("textbox", { name: m.cancel_reason() }), "Grippe");
  await user.click(within(dialog).getByRole("button", { name: m.cancel_confirm() }));
  expect(await within(dialog).findByText(m.cancelled_by_you())).toBeVisible();
  expect(statuses()).toEqual(["scheduled", "cancelled", "scheduled", "scheduled"]);
});

it("changes a text of the whole series", async () => {
  const { user, dialog } = await openSecond();
  await user.click(within(dialog).getByRole("button", { name: m.edit() }));
  await user.type(await within(dialog).findByRole("textbox", { name: m.title_label() }), "Parcours");
  await user.click(within(dialog).getByRole("radio", { name: m.scope_all({ count: 3 }) }));
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: m.save() }));
  expect(await within(dialog).findByText("Parcours")).toBeVisible();
  const titles = tuesdays.map((_, n) => agenda.appointments.find((one) => one.id === `s-${n}`)?.title);
  expect(titles).toEqual(["Parcours", "Parcours", "Parcours", "Parcours"]);
});

it("gives the following another type at the time they have", async () => {
  const { user, dialog } = await openSecond();
  await user.click(within(dialog).getByRole("button", { name: m.move() }));
  await user.click(await within(dialog).findByRole("combobox", { name: m.type_label() }));
  await user.click(await screen.findByRole("option", { name: "Bilan" }));
  expect(within(dialog).getByRole("textbox", { name: m.duration_label() })).toHaveValue("90");
  await user.click(within(dialog).getByRole("radio", { name: m.scope_following({ count: 2 }) }));
  await user.click(within(dialog).getByRole("button", { name: m.save() }));
  expect(await screen.findByText(/3 rendez-vous avec .* sont déplacés/)).toBeVisible();
  const types = tuesdays.map((_, n) => agenda.appointments.find((one) => one.id === `s-${n}`)?.typeName);
  expect(types.slice(1)).toEqual(["Bilan", "Bilan", "Bilan"]);
  expect(starts()).toEqual(tuesdays);
});

it("moves this one and the following, and takes them back together", async () => {
  const { user, dialog } = await openSecond();
  await user.click(within(dialog).getByRole("button", { name: m.move() }));
  await user.click(await within(dialog).findByRole("button", { name: /mercredi 9 décembre/ }));
  await user.click(await within(dialog).findByRole("button", { name: "16:00" }));
  await user.click(within(dialog).getByRole("radio", { name: m.scope_following({ count: 2 }) }));
  await user.click(within(dialog).getByRole("button", { name: m.move_here() }));
  expect(await screen.findByText(/3 rendez-vous avec .* sont déplacés/)).toBeVisible();
  expect(starts()).toEqual([tuesdays[0], "2026-12-09T15:00:00Z", "2026-12-16T15:00:00Z", "2026-12-23T15:00:00Z"]);
  await user.click(screen.getByRole("button", { name: m.undo() }));
  await expect.poll(starts).toEqual(tuesdays);
});

it("says so when a move cannot be taken back", async () => {
  const { user, dialog } = await openSecond();
  await user.click(within(dialog).getByRole("button", { name: m.move() }));
  await user.click(await within(dialog).findByRole("button", { name: /mercredi 9 décembre/ }));
  await user.click(await within(dialog).findByRole("button", { name: "16:00" }));
  await user.click(within(dialog).getByRole("radio", { name: m.scope_following({ count: 2 }) }));
  await user.click(within(dialog).getByRole("button", { name: m.move_here() }));
  const undo = await screen.findByRole("button", { name: m.undo() });
  const first = agenda.appointments.find((one) => one.id === "s-0");
  if (!first) throw new Error("the series is not there");
  const taken = { start: "2026-12-15T15:00:00Z", end: "2026-12-15T16:00:00Z" };
  agenda.appointments.push({ ...first, ...taken, id: "x", seriesId: null });
  await user.click(undo);
  expect(await screen.findByText(m.failure_series_conflicts())).toBeVisible();
  expect(starts()[2]).toBe("2026-12-16T15:00:00Z");
});

it("tells each conflict and moves nothing", async () => {
  const { user, dialog } = await openSecond();
  const other = agenda.appointments.find((one) => one.id === "s-2");
  if (!other) throw new Error("the series is not there");
  agenda.appointments.push({
    ...other,
    id: "x",
    seriesId: null,
    start: "2026-12-15T16:15:00Z",
    end: "2026-12-15T17:00:00Z",
    person: { kind: "prospect", name: "Nadia Fournier", email: "nadia@exemple.fr" },
  });
  await user.click(within(dialog).getByRole("button", { name: m.move() }));
  const length = await within(dialog).findByRole("textbox", { name: m.duration_label() });
  await user.clear(length);
  await user.type(length, "90");
  await user.click(within(dialog).getByRole("radio", { name: m.scope_all({ count: 3 }) }));
  await user.click(within(dialog).getByRole("button", { name: m.save() }));
  expect(await within(dialog).findByText(/mardi 15 décembre, 16:00/)).toBeVisible();
  expect(within(dialog).getByText(/occupé par le rendez-vous avec Nadia Fournier/)).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: m.move_anyway() }), "over another nobody may").toBeNull();
  await expectAccessible();
  expect(starts()).toEqual(tuesdays);
});

it("moves the series all the same where only the coach's own rules stand against it", async () => {
  const { user, dialog } = await openSecond();
  await user.click(within(dialog).getByRole("button", { name: m.move() }));
  await user.click(await within(dialog).findByRole("radio", { name: m.scope_following({ count: 2 }) }));
  await user.click(await within(dialog).findByRole("button", { name: /mercredi 9 décembre/ }));
  await user.click(await within(dialog).findByRole("button", { name: "16:00" }));
  agenda.busy.push({ start: "2026-12-16T15:00:00Z", end: "2026-12-16T16:00:00Z", feedName: "Perso" });
  await user.click(within(dialog).getByRole("button", { name: m.move_here() }));
  expect(await within(dialog).findByText(m.move_conflicts_insist())).toBeVisible();
  await expectAccessible();
  expect(starts()).toEqual(tuesdays);
  await user.click(within(dialog).getByRole("button", { name: m.move_anyway() }));
  expect(await screen.findByText(/3 rendez-vous avec .* sont déplacés/)).toBeVisible();
  expect(starts()[2]).toBe("2026-12-16T15:00:00Z");
});

it("makes a client of a prospect, with the other appointments of the address", async () => {
  const full = agendas.full();
  const one = full.appointments.find((it) => it.person.kind === "prospect");
  if (!one) throw new Error("the agenda has no prospect");
  full.appointments.push({ ...one, id: "p-2", start: "2026-12-02T10:00:00Z", end: "2026-12-02T10:30:00Z" });
  const { user } = await openWindow(`/clients?appointment=${one.id}`, full);
  const dialog = await screen.findByRole("dialog");
  await user.click(await within(dialog).findByRole("button", { name: m.profile_create() }));
  expect(await within(dialog).findByRole("checkbox", { name: /mercredi 2 décembre, 11:00/ })).toBeChecked();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: m.profile_create_confirm() }));
  expect(await within(dialog).findByRole("link", { name: "Nadia Fournier" })).toBeVisible();
  expect(agenda.clients.at(-1)).toMatchObject({ name: "Nadia Fournier", upcomingCount: 2 });
});
