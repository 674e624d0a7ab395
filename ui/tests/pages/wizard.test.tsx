import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { router } from "@/routes";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

async function openWizard(failures = {}, filled = agendas.full()) {
  const { user } = await openWindow("/clients", filled, failures);
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

it("takes who is typed, though the list still shows others, and nobody where nothing is typed", async () => {
  const { user, dialog } = await openWizard();
  const find = await within(dialog).findByRole("textbox", { name: "Chercher un client" });
  await within(dialog).findByRole("button", { name: /Amélie Durand/ });
  await user.type(find, "{Enter}");
  expect(find, "nobody is meant yet").toBeVisible();
  await user.type(find, "ben{Enter}");
  await within(dialog).findByRole("textbox", { name: "Titre" });
  await user.click(within(dialog).getByRole("button", { name: "Retour" }));
  expect(await within(dialog).findByRole("button", { name: /Sophie Benali/, pressed: true })).toBeVisible();
});

it("says before it books that an appointment does not come again, and leads to where that is chosen", async () => {
  const { user, dialog } = await openWizard();
  await toSlots(user, dialog, /Thomas Bernard/);
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  expect(await within(dialog).findByText("Jamais")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: /^Modifier.: Répétition$/ }));
  expect(await within(dialog).findByRole("combobox", { name: "Répétition" })).toHaveValue("Jamais");
});

it("leads on to the next free day where the one asked for is full", async () => {
  const { user } = await openWindow("/clients", agendas.full());
  await screen.findByText("Amélie Durand");
  void router.navigate({ to: ".", search: { booking: { client: "c-2", day: "2026-11-29" } } } as never);
  const dialog = await screen.findByRole("dialog", { name: "Nouveau rendez-vous" });
  await within(dialog).findByRole("radio", { name: /Séance/ });
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(await within(dialog).findByText("Aucun créneau libre ce jour-là.")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Prochain jour libre : lundi 30 novembre" }));
  expect(await within(dialog).findByRole("group", { name: "Matin" })).toBeVisible();
});

it("promises a room only once the key is there", async () => {
  const keyless = agendas.full();
  keyless.account = { state: "not_set", domain: null };
  const { user, dialog } = await openWizard({}, keyless);
  await toSlots(user, dialog, /Thomas Bernard/);
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  expect(await within(dialog).findByText(/dès que votre clé Daily.co sera saisie/)).toBeVisible();
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

it("says once that the disk is full, offers no other time for it, and keeps everything", async () => {
  const { user, dialog } = await openWizard({ createAppointment: "disk_full" });
  await toSlots(user, dialog, /Thomas Bernard/);
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  await user.click(await within(dialog).findByRole("button", { name: "Créer le rendez-vous" }));
  expect(await screen.findByText("Le disque est plein.")).toBeVisible();
  expect(screen.getAllByText("Le disque est plein.")).toHaveLength(1);
  expect(within(dialog).queryByRole("button", { name: "Choisir un autre moment" })).toBeNull();
  expect(within(dialog).getByText(/Thomas Bernard/)).toBeVisible();
});

it("asks for a client of the list where a name was only typed", async () => {
  const { user, dialog } = await openWizard();
  await user.type(await within(dialog).findByRole("textbox", { name: "Chercher un client" }), "Thomas");
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(within(dialog).getByRole("textbox", { name: "Chercher un client" })).toHaveAccessibleDescription(
    "Choisissez un client dans la liste, ou ajoutez-le.",
  );
});

it("enters a new client on the way and goes on with them", async () => {
  const { user, dialog } = await openWizard();
  await user.type(await within(dialog).findByRole("textbox", { name: "Chercher un client" }), "Zoé Martin");
  await user.click(await within(dialog).findByRole("button", { name: "Nouveau client" }));
  expect(within(dialog).getByRole("textbox", { name: "Nom" })).toHaveValue("Zoé Martin");
  expect(within(dialog).queryByRole("button", { name: "Continuer" }), "one way on").toBeNull();
  await user.click(within(dialog).getByRole("button", { name: "Ajouter et continuer" }));
  expect(await within(dialog).findByRole("radio", { name: /Séance/ })).toBeVisible();
  expect(agenda.clients.at(-1)).toMatchObject({ name: "Zoé Martin", email: null });
});

it("adds a new client by Enter too, and says at the field what is missing", async () => {
  const { user, dialog } = await openWizard();
  await user.click(await within(dialog).findByRole("button", { name: "Nouveau client" }));
  const name = await within(dialog).findByRole("textbox", { name: "Nom" });
  await user.type(name, "{Enter}");
  expect(name).toHaveAccessibleDescription("Ce champ est nécessaire.");
  await user.click(within(dialog).getByRole("button", { name: "Revenir à la recherche" }));
  expect(await within(dialog).findByRole("textbox", { name: "Chercher un client" })).toHaveFocus();
  await user.click(within(dialog).getByRole("button", { name: "Nouveau client" }));
  await user.type(await within(dialog).findByRole("textbox", { name: "Nom" }), "Zoé Martin{Enter}");
  expect(await within(dialog).findByRole("radio", { name: /Séance/ })).toBeVisible();
});

it("keeps both kinds of person while one changes one's mind, and asks before a new client is lost", async () => {
  const { user, dialog } = await openWizard();
  await user.click(await within(dialog).findByRole("radio", { name: "Prospect" }));
  await user.type(await within(dialog).findByRole("textbox", { name: "Nom" }), "Nadia");
  await user.click(within(dialog).getByRole("radio", { name: "Client" }));
  await user.click(within(dialog).getByRole("radio", { name: "Prospect" }));
  expect(within(dialog).getByRole("textbox", { name: "Nom" })).toHaveValue("Nadia");
  await user.clear(within(dialog).getByRole("textbox", { name: "Nom" }));
  await user.click(within(dialog).getByRole("radio", { name: "Client" }));
  await user.click(await within(dialog).findByRole("button", { name: "Nouveau client" }));
  await user.type(within(dialog).getByRole("textbox", { name: "Nom" }), "Zoé");
  await user.click(screen.getByRole("button", { name: "Fermer" }));
  expect(await screen.findByRole("dialog", { name: "Abandonner ce rendez-vous ?" })).toBeVisible();
});

it("takes a booking back on undo, as a cancelled one that says why", async () => {
  const { user, dialog } = await openWizard();
  await toSlots(user, dialog, /Thomas Bernard/);
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  await user.click(await within(dialog).findByRole("button", { name: "Créer le rendez-vous" }));
  await user.click(await screen.findByRole("button", { name: "Annuler l’action" }));
  await expect
    .poll(() => agenda.appointments.at(-1))
    .toMatchObject({
      status: "cancelled",
      cancellation: { reason: "Pris par erreur" },
    });
});

/** To the series' step: every week at 15:00 from Wednesday on, `count` times. */
async function toSeries(filled = agendas.full(), count = "3") {
  const { user, dialog } = await openWizard({}, filled);
  await toSlots(user, dialog, /Thomas Bernard/);
  await user.click(within(dialog).getByRole("combobox", { name: "Répétition" }));
  await user.click(await screen.findByRole("option", { name: "Chaque semaine" }));
  const times = await within(dialog).findByRole("textbox", { name: "Rendez-vous" });
  await user.clear(times);
  await user.type(times, count);
  await user.click(within(dialog).getByRole("button", { name: "15:00" }));
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  return { user, dialog };
}
const occurrences = (dialog: HTMLElement) => within(dialog).findByRole("list", { name: "Série" });

it("shows every appointment of a series before any is made, then makes them all", async () => {
  const { user, dialog } = await toSeries();
  const items = within(await occurrences(dialog)).getAllByRole("listitem");
  expect(items.map((item) => /(\w+ \d+\w* \S+, \d\d:\d\d)/.exec(item.textContent ?? "")?.[0])).toEqual([
    "mercredi 25 novembre, 15:00",
    "mercredi 2 décembre, 15:00",
    "mercredi 9 décembre, 15:00",
  ]);
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(
    await within(dialog).findByText(/chaque semaine · 3 rendez-vous · dernier : mercredi 9 décembre/),
  ).toBeVisible();
  expect(within(dialog).getByText(/qu’à créer les 3 rendez-vous/)).toBeVisible();
  const before = agenda.appointments.length;
  await user.click(within(dialog).getByRole("button", { name: "Créer les 3 rendez-vous" }));
  await screen.findByText("3 rendez-vous pris : Thomas Bernard.");
  expect(agenda.appointments).toHaveLength(before + 3);
});

it("marks what stands against one of them; it is moved, left out or kept all the same before going on", async () => {
  const taken = agendas.full();
  const other = taken.appointments.find(({ start }) => start.startsWith("2026-11-26T08"));
  if (!other) throw new Error("Julien comes on Thursday at nine");
  taken.appointments.push({ ...other, id: "a-w", start: "2026-12-02T14:00:00Z", end: "2026-12-02T15:00:00Z" });
  const { user, dialog } = await toSeries(taken, "4");
  const list = await occurrences(dialog);
  expect(within(dialog).getByRole("status")).toHaveTextContent("1 rendez-vous ne peut pas être pris ainsi");
  expect(within(list).getByText("occupé par le rendez-vous avec Julien Roux")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(within(dialog).getByRole("alert")).toHaveTextContent("Déplacez ou laissez de côté");
  await user.click(within(list).getByRole("button", { name: /^Plutôt mercredi 2 décembre/ }));
  expect(within(list).getByText("Déplacé depuis mercredi 2 décembre, 15:00")).toBeVisible();
  await user.click(within(list).getByRole("button", { name: "Laisser de côté : mercredi 9 décembre, 15:00" }));
  expect(await within(dialog).findByText("3 rendez-vous, rien ne s’y oppose")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  expect(await within(dialog).findByRole("button", { name: "Créer les 3 rendez-vous" })).toBeVisible();
});

it("moves the one of a series whose time is typed when Enter is pressed there, and stays where it is", async () => {
  const { user, dialog } = await toSeries();
  const list = await occurrences(dialog);
  await user.click(within(list).getByRole("button", { name: "Déplacer : mercredi 2 décembre, 15:00" }));
  await user.click(within(list).getByRole("checkbox", { name: /^En dehors de mes horaires/ }));
  const time = within(list).getByRole("textbox", { name: m.start_time() });
  await user.clear(time);
  await user.type(time, "20:30{Enter}");
  expect(await within(list).findByText("mercredi 2 décembre, 20:30")).toBeVisible();
  expect(within(list).queryByRole("textbox", { name: m.start_time() })).toBeNull();
});

it("tells per appointment what was taken while the series was being looked at", async () => {
  const { user, dialog } = await toSeries();
  await occurrences(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Continuer" }));
  const create = await within(dialog).findByRole("button", { name: "Créer les 3 rendez-vous" });
  const other = agenda.appointments[0];
  if (!other) throw new Error("the agenda has appointments");
  const between = { start: "2026-12-09T14:00:00Z", end: "2026-12-09T15:00:00Z", status: "scheduled" } as const;
  agenda.appointments.push({ ...other, ...between, id: "a-late" });
  const before = agenda.appointments.length;
  await user.click(create);
  expect(await within(dialog).findByText(`occupé par le rendez-vous avec ${other.person.name}`)).toBeVisible();
  expect(agenda.appointments, "all or none").toHaveLength(before);
});

it("refuses a number of times that makes no series", async () => {
  const { dialog } = await toSeries(undefined, "1");
  expect(await within(dialog).findByText("Entre 2 et 104.")).toBeVisible();
});
