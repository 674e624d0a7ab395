import { screen, within } from "@testing-library/react";
import { expect, it, onTestFinished, vi } from "vitest";
import { agenda } from "../../dev/bindings";
import type { WindowNotice } from "../../src/api/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

function withNotices(...notices: WindowNotice[]) {
  return { ...agendas.full(), notices };
}

const soon = (start = agendas.full()) =>
  start.appointments.find((one) => one.person.name === "Amélie Durand" && one.status === "scheduled")?.id ?? "";

it("keeps a reminder the system could not show in the window, with Join and Open, until it is closed", async () => {
  const id = soon();
  const { user } = await openWindow(
    "/clients",
    withNotices({ id: 7, title: "Dans 10 min : Amélie Durand", body: "Séance · 10:00 · visio", about: [id] }),
  );
  const notice = await screen.findByRole("article", { name: "Dans 10 min : Amélie Durand" });
  expect(await within(notice).findByRole("button", { name: "Rejoindre" })).toBeVisible();
  await expectAccessible();
  await user.click(within(notice).getByRole("button", { name: "Ouvrir" }));
  expect(await screen.findByRole("dialog", { name: /Amélie Durand/ })).toBeVisible();
  await expect.poll(() => agenda.notices).toEqual([]);
  await expect.poll(() => screen.queryByRole("article", { name: "Dans 10 min : Amélie Durand" })).toBeNull();
});

it("lists several appointments in one notice that leads to the day", async () => {
  const body = "10:00 · Amélie Durand · Séance\n14:00 · Inès Garcia · Séance";
  const { user } = await openWindow(
    "/clients",
    withNotices({ id: 1, title: "2 rendez-vous à venir", body, about: ["a-1", "a-2"] }),
  );
  const notice = await screen.findByRole("article", { name: "2 rendez-vous à venir" });
  expect(within(notice).queryByRole("button", { name: "Rejoindre" })).toBeNull();
  await user.click(within(notice).getByRole("button", { name: "Voir la journée" }));
  expect(await screen.findByRole("button", { name: /Rendez-vous du jour/ })).toBeVisible();
});

it("closes a notice that is about nothing to open", async () => {
  const { user } = await openWindow("/clients", withNotices({ id: 3, title: "Lien inconnu", body: "…", about: [] }));
  await user.click(await screen.findByRole("button", { name: "Fermer : Lien inconnu" }));
  await expect.poll(() => agenda.notices).toEqual([]);
});

it("does what it is asked from outside, once it can show anything", async () => {
  await openWindow("/clients", { ...agendas.full(), errands: [{ kind: "appointment", id: soon() }] });
  expect(await screen.findByRole("dialog", { name: /Amélie Durand/ })).toBeVisible();
  expect(agenda.errands).toEqual([]);
});

it("opens a new appointment when it is asked to from outside", async () => {
  await openWindow("/clients", { ...agendas.full(), errands: [{ kind: "today" }, { kind: "book" }] });
  expect(await screen.findByRole("dialog", { name: "Nouveau rendez-vous" })).toBeVisible();
});

it("keeps quiet hours, and says at the field when they never end", async () => {
  const { user } = await openWindow("/settings?tab=reminders", agendas.full());
  await user.click(await screen.findByRole("switch", { name: "Respecter des heures calmes" }));
  await expect.poll(() => agenda.settings?.quietHours).toEqual({ fromMin: 1260, toMin: 480 });
  const end = await screen.findByRole("textbox", { name: "Fin des heures calmes" });
  const quiet = screen.getByRole("region", { name: "Heures calmes" });
  const save = within(quiet).getByRole("button", { name: "Enregistrer" });
  for (const [text, words] of [
    ["21:00", "La fin ne peut pas être l’heure du début."],
    ["25:00", "Cette heure ne convient pas"],
  ] as const) {
    await user.clear(end);
    await user.type(end, text);
    await user.click(save);
    await expect.poll(() => end.getAttribute("aria-invalid")).toBe("true");
    const described = (end.getAttribute("aria-describedby") ?? "").split(" ");
    expect(described.map((id) => document.getElementById(id)?.textContent).join(" ")).toContain(words);
  }
  expect(agenda.settings?.quietHours).toEqual({ fromMin: 1260, toMin: 480 });
  await user.clear(end);
  await user.type(end, "7h30");
  await user.click(save);
  await expect.poll(() => agenda.settings?.quietHours).toEqual({ fromMin: 1260, toMin: 450 });
});

it("says when the system shows no notifications, and lets one try", async () => {
  const { user } = await openWindow("/settings?tab=reminders", { ...agendas.full(), popups: "missing" });
  expect(await screen.findByText("Votre système n’a pas de service de notification.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Envoyer une notification d’essai" }));
  expect(await screen.findByText("Votre système n’a pas pris cette notification.")).toBeVisible();
  await expectAccessible();
});

it("says that a test was sent where the system takes it", async () => {
  const { user } = await openWindow("/settings?tab=reminders", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Envoyer une notification d’essai" }));
  expect(await screen.findByText(/^Notification envoyée/)).toBeVisible();
  expect(screen.queryByText("Votre système n’a pas de service de notification.")).toBeNull();
});

it("gives a type reminders of its own", async () => {
  const { user } = await openWindow("/settings?tab=types", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Modifier : Séance" }));
  const dialog = await screen.findByRole("dialog", { name: "Modifier le type" });
  await user.click(within(dialog).getByRole("switch", { name: /^Rappels propres à ce type/ }));
  const list = within(dialog).getByRole("list", { name: "Rappels propres à ce type" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(2);
  await user.click(within(list).getByRole("button", { name: "Supprimer : 10 min avant" }));
  const amount = within(dialog).getByRole("textbox", { name: "Ajouter un rappel" });
  await user.clear(amount);
  await user.type(amount, "2{Enter}");
  expect(await within(list).findByText("2 h avant")).toBeVisible();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
  const kept = () => agenda.types.find((one) => one.name === "Séance")?.reminderOffsetsMin;
  await expect.poll(() => kept()?.toSorted((a, b) => b - a)).toEqual([120, 60]);
});

it("says anew how long it is where a reminder stays in the window", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const told = (title: string) => ({ id: 7, title, body: "Séance · 10:00 · visio", about: [] });
  await openWindow("/planning", withNotices(told("Dans 10 min : Amélie Durand")));
  expect(await screen.findByRole("article", { name: "Dans 10 min : Amélie Durand" })).toBeVisible();
  agenda.notices = [told("Dans 9 min : Amélie Durand")];
  await vi.advanceTimersByTimeAsync(21_000);
  expect(await screen.findByRole("article", { name: "Dans 9 min : Amélie Durand" })).toBeVisible();
});
