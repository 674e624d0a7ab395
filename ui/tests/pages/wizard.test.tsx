import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

async function openWizard(failures = {}) {
  const { user } = await openWindow("/clients", agendas.full(), failures);
  await user.click(await screen.findByRole("button", { name: /Rechercher/ }));
  await user.click(await screen.findByText("Nouveau rendez-vous"));
  return { user, dialog: await screen.findByRole("dialog", { name: "Nouveau rendez-vous" }) };
}

async function toSlots(user: UserEvent, dialog: HTMLElement, client: RegExp) {
  await user.click(await within(dialog).findByRole("button", { name: client }));
  await user.click(await within(dialog).findByRole("radio", { name: /Séance/ }));
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  await user.click(await within(dialog).findByRole("button", { name: /mercredi 25 novembre/ }));
}

it("books a known client in six clicks once open, among the free slots only", async () => {
  const { user, dialog } = await openWizard();
  await expectAccessible();
  await toSlots(user, dialog, /Thomas Bernard/);
  expect(within(dialog).queryByRole("button", { name: "09:30" }), "Claire has 09:30").toBeNull();
  expect(within(dialog).getByRole("group", { name: "Après-midi" })).toBeVisible();
  await expectAccessible();
  const before = agenda.appointments.length;
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  expect(await within(dialog).findByText(/mercredi 25 novembre, 15:00/)).toBeVisible();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Créer le rendez-vous" }));
  expect(await screen.findByText(/Rendez-vous pris : Thomas Bernard/)).toBeVisible();
  expect(agenda.appointments).toHaveLength(before + 1);
  expect(agenda.appointments.at(-1)).toMatchObject({
    start: "2026-11-25T14:00:00Z",
    typeName: "Séance",
    kind: "video",
  });
});

it("loses nothing going back and forward", async () => {
  const { user, dialog } = await openWizard();
  await user.click(await within(dialog).findByRole("button", { name: /Claire Lefèvre/ }));
  await user.type(await within(dialog).findByRole("textbox", { name: "Titre" }), "Préparer l’entretien");
  await user.click(within(dialog).getByRole("button", { name: "Retour" }));
  expect(await within(dialog).findByRole("button", { name: /Claire Lefèvre/, pressed: true })).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(await within(dialog).findByRole("textbox", { name: "Titre" })).toHaveValue("Préparer l’entretien");
});

it("asks before closing over input, and only then", async () => {
  const { user, dialog } = await openWizard();
  await user.click(await within(dialog).findByRole("button", { name: /Claire Lefèvre/ }));
  await user.click(screen.getByRole("button", { name: "Fermer" }));
  const question = await screen.findByRole("dialog", { name: "Abandonner ce rendez-vous ?" });
  await user.click(within(question).getByRole("button", { name: "Continuer la saisie" }));
  expect(dialog).toBeVisible();
});

it("says at their fields what a prospect lacks", async () => {
  const { user, dialog } = await openWizard();
  await user.click(await within(dialog).findByRole("radio", { name: "Prospect" }));
  await user.type(await within(dialog).findByRole("textbox", { name: "Adresse e-mail" }), "nadia@");
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(within(dialog).getByRole("textbox", { name: "Nom" })).toHaveAccessibleDescription("Ce champ est nécessaire.");
  expect(within(dialog).getByRole("textbox", { name: "Adresse e-mail" })).toHaveAccessibleDescription(/incomplète/);
});

it("says calmly that a slot was just taken, and keeps everything", async () => {
  const { user, dialog } = await openWizard({ createAppointment: "slot_taken" });
  await toSlots(user, dialog, /Thomas Bernard/);
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  await user.click(await within(dialog).findByRole("button", { name: "Créer le rendez-vous" }));
  expect(await within(dialog).findByText("Ce créneau vient d’être pris.")).toBeVisible();
  expect(within(dialog).queryByRole("button", { name: "Créer quand même" }), "never over another").toBeNull();
  await user.click(within(dialog).getByRole("button", { name: "Choisir un autre moment" }));
  expect(await within(dialog).findByRole("button", { name: "15:00" })).toBeVisible();
});

it("enters a new client on the way and goes on with them", async () => {
  const { user, dialog } = await openWizard();
  await user.type(await within(dialog).findByRole("textbox", { name: "Chercher un client" }), "Zoé Martin");
  await user.click(await within(dialog).findByRole("button", { name: "Nouveau client" }));
  expect(within(dialog).getByRole("textbox", { name: "Nom" })).toHaveValue("Zoé Martin");
  await user.click(within(dialog).getByRole("button", { name: "Ajouter et continuer" }));
  expect(await within(dialog).findByRole("radio", { name: /Séance/ })).toBeVisible();
  expect(agenda.clients.at(-1)).toMatchObject({ name: "Zoé Martin", email: null });
});
