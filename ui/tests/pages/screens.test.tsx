import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

it("counts today's appointments and unfolds them", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  const today = await screen.findByRole("button", { name: /Rendez-vous du jour\s*4/ });
  expect(today).toHaveAttribute("aria-expanded", "true");
  expect(await screen.findByRole("button", { name: /10:00\s*Amélie Durand/ })).toBeVisible();
  await expectAccessible();
  await user.click(today);
  expect(today).toHaveAttribute("aria-expanded", "false");
});

it("closes what is over with one click", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  const attention = await screen.findByRole("region", { name: "À votre attention" });
  await user.click(within(attention).getByRole("button", { name: "Absent : Inès Garcia" }));
  expect(await screen.findByText("Absence notée : Inès Garcia.")).toBeVisible();
});

it("asks of a few that are over, and of the others when wished", async () => {
  const full = agendas.full();
  const [over] = full.appointments.filter(
    ({ person, status }) => person.name === "Inès Garcia" && status === "scheduled",
  );
  if (!over) throw new Error("Inès was there");
  full.appointments.push(
    ...[1, 2, 3, 4, 5, 6].map((n) => ({ ...over, id: `over-${n}`, person: { ...over.person, name: `Personne ${n}` } })),
  );
  const { user } = await openWindow("/dashboard", full);
  const asked = await screen.findByRole("region", { name: "Comment ces rendez-vous se sont-ils passés ?" });
  const lines = () => within(asked).getAllByRole("listitem");
  expect(lines()).toHaveLength(5);
  await expectAccessible();
  await user.click(within(asked).getByRole("button", { name: "Voir les 2 autres" }));
  expect(lines()).toHaveLength(7);
});

it("leads on to the next one that is over once one is answered by a key", async () => {
  const full = agendas.full();
  const [over] = full.appointments.filter(
    ({ person, status }) => person.name === "Inès Garcia" && status === "scheduled",
  );
  if (!over) throw new Error("Inès was there");
  full.appointments.push({ ...over, id: "over-1", person: { ...over.person, name: "Zoé Martin" } });
  const { user } = await openWindow("/dashboard", full);
  const answer = await screen.findByRole("button", { name: "Absent : Inès Garcia" });
  answer.focus();
  await user.keyboard("{Enter}");
  await expect.poll(() => screen.queryByRole("button", { name: "Absent : Inès Garcia" })).toBeNull();
  expect(screen.getByRole("button", { name: "Absent : Zoé Martin" })).toHaveFocus();
});

it("says that the key is missing before the first video appointment, and leads to where it is entered", async () => {
  const full = agendas.full();
  full.account = { state: "not_set", domain: null };
  const { user } = await openWindow("/dashboard", full);
  const attention = await screen.findByRole("region", { name: "À votre attention" });
  expect(await within(attention).findByText(/^Aucune clé Daily.co n’est enregistrée/)).toBeVisible();
  await expectAccessible();
  await user.click(within(attention).getByRole("link", { name: "Ouvrir les réglages de la visio" }));
  expect(await screen.findByRole("tabpanel", { name: "Visioconférence" })).toBeVisible();
});

it("lists the coming days, and today's only once", async () => {
  await openWindow("/dashboard", agendas.full());
  const coming = await screen.findByRole("region", { name: "Les prochains jours" });
  expect(within(coming).getByRole("heading", { name: /mercredi 25 novembre/ })).toBeVisible();
  expect(within(coming).queryByRole("heading", { name: /mardi 24 novembre/ }), "today stands beside it").toBeNull();
  expect(within(coming).getAllByRole("button").length).toBeLessThanOrEqual(6);
});

it("adds a client; a refusal of Rust stands at its field", async () => {
  const { user } = await openWindow("/clients", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Nouveau client" }));
  const dialog = await screen.findByRole("dialog", { name: "Nouveau client" });
  await user.type(within(dialog).getByRole("textbox", { name: "Nom" }), "Autre Personne");
  await user.type(within(dialog).getByRole("textbox", { name: "Adresse e-mail" }), "amelie.durand@exemple.fr");
  await user.click(within(dialog).getByRole("button", { name: "Ajouter" }));
  const email = within(dialog).getByRole("textbox", { name: "Adresse e-mail" });
  await expect.poll(() => email.getAttribute("aria-invalid")).toBe("true");
  expect(email).toHaveAccessibleDescription("Cette entrée existe déjà.");
  await expectAccessible();
});

it.each([
  ["types", "Types"],
  ["reasons", "Motifs"],
  ["availability", "Disponibilités"],
  ["video", "Visioconférence"],
  ["reminders", "Rappels"],
  ["general", "Général"],
])("settings: %s is accessible", async (tab, name) => {
  await openWindow(`/settings?tab=${tab}`, agendas.full());
  const panel = await screen.findByRole("tabpanel", { name });
  await within(panel).findAllByRole("heading", { level: 2 });
  await expectAccessible();
});

it("copies a day's hours to the others and refuses ranges that overlap", async () => {
  const { user } = await openWindow("/settings?tab=availability", agendas.full());
  const start = await screen.findByRole("textbox", { name: "lundi, plage 2 : début" });
  await user.clear(start);
  await user.type(start, "11h");
  await user.click(screen.getByRole("button", { name: "Enregistrer les horaires" }));
  expect(await screen.findByText("Ces plages se chevauchent.")).toBeVisible();
  await user.clear(start);
  await user.type(start, "13:30");
  await user.click(screen.getByRole("button", { name: "Copier les horaires de lundi vers…" }));
  await user.click(await screen.findByRole("menuitem", { name: "Du lundi au vendredi" }));
  await user.click(screen.getByRole("button", { name: "Enregistrer les horaires" }));
  await expect.poll(() => agenda.availability.weekly.fri[1]?.startMin).toBe(810);
});

it("says a failure to read in words, with a way to try again", async () => {
  await openWindow("/clients", agendas.full(), { listClients: "database_damaged" });
  expect(await screen.findByText("Le fichier de vos données est abîmé.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Réessayer" })).toBeVisible();
});

it("switches the language of everything at once", async () => {
  const { user } = await openWindow("/settings?tab=general", agendas.full());
  await user.click(await screen.findByRole("radio", { name: "English" }));
  expect(await screen.findByRole("link", { name: "Dashboard" })).toBeVisible();
  expect(screen.getByRole("tab", { name: "General" })).toBeVisible();
  expect(document.documentElement.lang).toBe("en");
});
