import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { agenda, commands } from "../../dev/bindings";
import { agendas, expectAccessible, nowMs, openWindow } from "../window";

const find = (full: ReturnType<typeof agendas.full>, client: string, status = "scheduled") =>
  full.appointments.find((one) => one.person.kind === "client" && one.person.id === client && one.status === status);

async function openDetails(client: string, status = "scheduled") {
  const full = agendas.full();
  const id = find(full, client, status)?.id ?? "";
  const { user } = await openWindow(`/clients?appointment=${id}`, full);
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText("Type de rendez-vous");
  return { user, dialog, id };
}

it("lets one join from a quarter of an hour before, and copies the client's link", async () => {
  const { user, dialog } = await openDetails("c-1");
  expect(within(dialog).getByRole("button", { name: "Rejoindre" })).toBeEnabled();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Copier le lien du client" }));
  expect(await screen.findByText(/Le lien du client est copié/)).toBeVisible();
});

it("says when the room opens before that", async () => {
  const { dialog } = await openDetails("c-4");
  const join = within(dialog).getByRole("button", { name: "Rejoindre" });
  expect(join).toBeDisabled();
  expect(join).toHaveAccessibleDescription(/La salle ouvre dans 3 h 5\d/);
});

it("cancels with a reason, and not without", async () => {
  const { user, dialog, id } = await openDetails("c-4");
  await user.click(within(dialog).getByRole("button", { name: "Annuler…" }));
  await user.click(await within(dialog).findByRole("button", { name: "Annuler le rendez-vous" }));
  const reason = within(dialog).getByRole("textbox", { name: "Motif de l’annulation" });
  expect(reason).toHaveAccessibleDescription("Ce champ est nécessaire.");
  await user.type(reason, "Grippe");
  await user.click(within(dialog).getByRole("button", { name: "Annuler le rendez-vous" }));
  expect(await within(dialog).findByText("Annulé par vous")).toBeVisible();
  expect(agenda.appointments.find((one) => one.id === id)?.status).toBe("cancelled");
  expect(within(dialog).queryByRole("button", { name: "Rouvrir" }), "cancelled is final").toBeNull();
});

it("asks whether it took place no sooner than it begins", async () => {
  const { dialog } = await openDetails("c-1");
  expect(within(dialog).getByRole("button", { name: "Annuler…" })).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: /Terminé|Absent/ })).toBeNull();
});

it("is moved by a quarter of an hour, for its own time is in nobody's way", async () => {
  const full = agendas.full();
  const { user } = await openWindow(`/clients?appointment=${find(full, "c-4")?.id}&act=move`, full);
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByRole("button", { name: "14:15" })).toBeVisible();
  const length = within(dialog).getByRole("textbox", { name: /Durée/ });
  await user.clear(length);
  await user.type(length, "90");
  expect(await within(dialog).findByRole("button", { name: "14:00" })).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: "14:15" }), "the next begins at half past three").toBeNull();
});

it("says nothing of a room for a session entered afterwards", async () => {
  const full = agendas.full();
  const over = full.appointments.find((one) => one.kind === "video" && Date.parse(one.end) < nowMs);
  const join = { opensAt: over?.start, closesAt: over?.end };
  if (over) Object.assign(over, { status: "scheduled", join, room: { ...over.room, state: "none" } });
  await openWindow(`/clients?appointment=${over?.id}`, full);
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByRole("button", { name: "Terminé" });
  expect(within(dialog).queryByRole("region", { name: "Salle de visio" })).toBeNull();
  expect(within(dialog).queryByRole("button", { name: "Copier le lien du client" })).toBeNull();
});

it("moves when Enter is pressed in a field, once it is said when", async () => {
  const { user, dialog, id } = await openDetails("c-4");
  const before = agenda.appointments.find((one) => one.id === id);
  await user.click(within(dialog).getByRole("button", { name: m.move() }));
  const length = await within(dialog).findByRole("textbox", { name: m.duration_label() });
  await user.type(length, "{Enter}");
  expect(length, "nothing is chosen yet").toBeVisible();
  await user.clear(length);
  await user.type(length, "75{Enter}");
  expect(await screen.findByText(/ est déplacé au /)).toBeVisible();
  const start = Date.parse(before?.start ?? "");
  expect(agenda.appointments.find((one) => one.id === id)).toMatchObject({
    start: before?.start,
    end: new Date(start + 75 * 60_000).toISOString().replace(".000", ""),
  });
});

it("books a cancelled one again with the same person, type, reason and kind, at another time", async () => {
  const full = agendas.full();
  const cancelled = full.appointments.find(({ status, person }) => status === "cancelled" && person.kind === "client");
  const reason = full.reasons.at(-1) ?? null;
  if (!cancelled) throw new Error("one was cancelled");
  Object.assign(cancelled, { typeId: "t-bilan", kind: "phone", phone: "01 23 45 67 89", reason });
  const { user } = await openWindow(`/clients?appointment=${cancelled.id}`, full);
  const dialog = await screen.findByRole("dialog");
  const file = await within(dialog).findByRole("button", { name: "Fichier iCalendar" });
  expect(file).toHaveAccessibleDescription(/annulé/);
  await user.click(within(dialog).getByRole("button", { name: "Reprendre rendez-vous" }));
  const wizard = await screen.findByRole("dialog", { name: "Nouveau rendez-vous" });
  await user.click(await within(wizard).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(within(wizard).getByRole("button", { name: "15:00" }));
  await user.click(await within(wizard).findByRole("button", { name: "Créer le rendez-vous" }));
  await screen.findByText(/Rendez-vous pris/);
  const { typeId, kind, phone, person } = cancelled;
  expect(agenda.appointments.at(-1)).toMatchObject({
    status: "scheduled",
    typeId,
    kind,
    phone,
    person,
    reason: { id: reason?.id },
  });
});

it("marks as completed with an undo", async () => {
  const { user, dialog, id } = await openDetails("c-5");
  await user.click(within(dialog).getByRole("button", { name: "Terminé" }));
  expect(await within(dialog).findByRole("button", { name: "Rouvrir" })).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Annuler l’action" }));
  expect(await within(dialog).findByRole("button", { name: "Terminé" })).toBeVisible();
  expect(agenda.appointments.find((one) => one.id === id)?.status).toBe("scheduled");
});

it("says why a room is still owed and offers to try again", async () => {
  const { dialog } = await openDetails("c-9");
  expect(within(dialog).getByText(/Daily.co est injoignable/)).toBeVisible();
  expect(within(dialog).getByRole("button", { name: "Réessayer maintenant" })).toBeVisible();
  await expectAccessible();
});

it.each([
  ["Modifier", "Modifier le rendez-vous"],
  ["Déplacer", "Déplacer le rendez-vous"],
  ["Annuler…", "Annuler le rendez-vous"],
])("%s takes the focus and the title along, and Escape leads back", async (action, title) => {
  const { user, dialog } = await openDetails("c-4");
  expect(dialog).toHaveAccessibleName(/^Hugo Chevalier/);
  await user.click(within(dialog).getByRole("button", { name: action }));
  await expect.poll(() => within(dialog).queryByRole("button", { name: action })).toBeNull();
  expect(dialog).toHaveAccessibleName(new RegExp(`^${title} · Hugo Chevalier`));
  await expect.poll(() => dialog.contains(document.activeElement)).toBe(true);
  await user.keyboard("{Escape}");
  const again = await within(dialog).findByRole("button", { name: action });
  expect(dialog).toHaveAccessibleName(/^Hugo Chevalier/);
  expect(again).toBeVisible();
  await expect.poll(() => dialog.contains(document.activeElement)).toBe(true);
});

it("asks before changes are lost, and only then", async () => {
  const { user, dialog } = await openDetails("c-4");
  await user.click(within(dialog).getByRole("button", { name: "Modifier" }));
  const title = await within(dialog).findByRole("textbox", { name: "Titre" });
  await user.type(title, "Bilan{Escape}");
  const question = await screen.findByRole("dialog", { name: "Abandonner vos changements ?" });
  await user.click(within(question).getByRole("button", { name: "Continuer la saisie" }));
  expect(title).toHaveValue("Bilan");
  await user.click(within(dialog).getByRole("button", { name: "Abandonner" }));
  await user.click(await screen.findByRole("button", { name: "Abandonner la saisie" }));
  expect(await within(dialog).findByRole("button", { name: "Modifier" })).toBeVisible();
});

it.each(["fr", "en"] as const)("says in %s at each field of the form what is wrong with it", async (language) => {
  const full = agendas.full();
  if (full.settings) full.settings.language = language;
  const id = find(full, "c-4")?.id ?? "";
  const before = structuredClone(full.appointments.find((one) => one.id === id));
  const { user } = await openWindow(`/clients?appointment=${id}`, full);
  const dialog = await screen.findByRole("dialog");
  await user.click(await within(dialog).findByRole("button", { name: m.edit() }));
  for (const [name, limit] of [
    [m.title_label(), 200],
    [m.description_label(), 5000],
  ] as const) {
    const field = await within(dialog).findByRole("textbox", { name });
    await user.clear(field);
    await user.click(field);
    await user.paste("x".repeat(limit + 1));
    await user.click(within(dialog).getByRole("button", { name: m.save() }));
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    expect(field).toHaveAccessibleDescription(fieldProblemWords("too_long", limit));
  }
  expect(document.documentElement.lang).toBe(language);
  expect(agenda.appointments.find((one) => one.id === id)).toEqual(before);
});

it("lists the reminders of the time an appointment has, not those its moves left behind", async () => {
  const full = agendas.full();
  const of = find(full, "c-4");
  if (!of) throw new Error("Hugo comes");
  const at = (minutes: number, beforeMin: number, state: "due" | "cancelled") => ({
    dueAt: new Date(Date.parse(of.start) + (minutes - beforeMin) * 60_000).toISOString(),
    beforeMin,
    state,
    waitsUntil: null,
    why: null,
  });
  // Moved an hour later, and back.
  const reminders = [at(0, 10, "cancelled"), at(60, 10, "cancelled"), at(0, 10, "due")];
  const held = vi
    .spyOn(commands, "getAppointment")
    .mockResolvedValue({ status: "ok", data: { appointment: of, reminders, series: null } });
  await openWindow(`/clients?appointment=${of.id}`, full);
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByText(m.reminder_before({ time: "10 min" }), { exact: false })).toBeVisible();
  expect(within(dialog).getAllByText(/^.* · /, { selector: "li *" })).toHaveLength(1);
  expect(within(dialog).queryByText(new RegExp(m.reminder_cancelled()))).toBeNull();
  held.mockRestore();
});

it("speaks of a room only where there is one to remove", async () => {
  const full = agendas.full();
  const of = find(full, "c-4");
  if (of) of.kind = "phone";
  await openWindow(`/clients?appointment=${of?.id}&act=cancel`, full);
  const intro = await screen.findByText(/sera annulé pour de bon/);
  expect(intro).not.toHaveTextContent("salle");
});
