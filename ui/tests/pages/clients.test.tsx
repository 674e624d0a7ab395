import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

const names = () =>
  within(screen.getByRole("list", { name: "Clients" }))
    .getAllByRole("link")
    .map((link) => link.textContent ?? "");

it("lists clients by name, by who is met next, and those put away apart", async () => {
  const full = agendas.full();
  const last = full.clients.at(-1);
  if (last) last.archived = true;
  const { user } = await openWindow("/clients", full);
  await screen.findByRole("list", { name: "Clients" });
  await expectAccessible();
  const byName = names();
  await user.click(screen.getByRole("combobox", { name: "Trier par" }));
  await user.click(await screen.findByRole("option", { name: "Ajout le plus récent" }));
  await waitFor(() => expect(names()).toEqual(byName.toReversed()));
  await user.click(screen.getByRole("radio", { name: "Archivés" }));
  await waitFor(() => expect(names()).toHaveLength(1));
  expect(names()[0]).toContain(last?.name);
});

it("draws a hundred of many clients at once", async () => {
  const full = agendas.full();
  const one = full.clients[0];
  if (one)
    full.clients = Array.from({ length: 200 }, (_, n) => ({ ...one, id: `c-${n}`, email: null, name: `Client ${n}` }));
  const { user } = await openWindow("/clients", full);
  await screen.findByRole("list", { name: "Clients" });
  expect(names()).toHaveLength(100);
  await user.click(screen.getByRole("button", { name: "Afficher les 100 suivants" }));
  expect(names()).toHaveLength(200);
  expect(screen.getByText("200 clients ou plus"), "no search answers more").toBeVisible();
});

it("saves notes as they are typed, and shows them as Markdown without HTML", async () => {
  const { user } = await openWindow("/clients/c-2", agendas.full());
  const field = await screen.findByRole("textbox", { name: "Notes privées" });
  await user.type(field, "# Bilan{enter}**calme** <img src=x onerror=alert(1)>");
  expect(await screen.findByText("Enregistré.", {}, { timeout: 3000 })).toBeVisible();
  expect(agenda.clients.find((one) => one.id === "c-2")?.notes).toContain("**calme**");
  await expectAccessible();
  await user.click(screen.getByRole("radio", { name: "Lire" }));
  expect(await screen.findByRole("heading", { name: "Bilan" })).toBeVisible();
  expect(screen.getByText("calme").tagName).toBe("STRONG");
  expect(document.querySelector("img")).toBeNull();
});

it("keeps what was typed when the page is left at once", async () => {
  const { user, unmount } = await openWindow("/clients/c-2", agendas.full());
  await user.type(await screen.findByRole("textbox", { name: "Notes privées" }), "Vite");
  unmount();
  await waitFor(() => expect(agenda.clients.find((one) => one.id === "c-2")?.notes).toBe("Vite"));
});

it("says at the notes why they could not be saved", async () => {
  const { user } = await openWindow("/clients/c-2", agendas.full(), {
    updateClientNotes: [{ field: "notes", problem: "too_long", limit: 20000 }],
  });
  const field = await screen.findByRole("textbox", { name: "Notes privées" });
  await user.type(field, "trop");
  expect(await screen.findByText(/20.000 caractères au plus/, {}, { timeout: 3000 })).toBeVisible();
  expect(field).toHaveAccessibleDescription(/20.000/);
});

it("tells who came, and times by the client's clock where it differs", async () => {
  const full = agendas.full();
  const [done] = full.appointments.filter((one) => one.person.kind === "client" && one.person.id === "c-3");
  if (done) done.status = "completed";
  await openWindow("/clients/c-3", full);
  const told = await screen.findByLabelText("Assiduité");
  expect(within(told).getByText("Taux de présence").nextSibling).toHaveTextContent("100");
  expect((await screen.findAllByText(/heure de Toronto/)).length).toBeGreaterThan(0);
  await expectAccessible();
});

it("says no time twice where the client lives by the coach's clock", async () => {
  const full = agendas.full();
  const one = full.clients.find(({ id }) => id === "c-3");
  if (one) one.zone = "Europe/Madrid";
  await openWindow("/clients/c-3", full);
  await screen.findByText("Europe/Madrid");
  expect(screen.queryByText(/heure de/)).toBeNull();
});

it.each(["fr", "en"] as const)("says in %s at each field of a client what is wrong with it", async (language) => {
  const full = agendas.full();
  if (full.settings) full.settings.language = language;
  const problems = {
    name: "control_characters",
    email: "not_an_email",
    phone: "not_a_phone",
    zone: "not_a_zone",
  } as const;
  const fields = Object.entries(problems).map(([field, problem]) => ({ field, problem, limit: null }));
  const { user } = await openWindow("/clients/c-2", full, { updateClient: fields });
  await waitFor(() => expect(document.documentElement.lang).toBe(language));
  await user.click(await screen.findByRole("button", { name: m.edit() }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: m.save() }));
  const field = {
    name: within(dialog).getByRole("textbox", { name: m.name_label() }),
    email: within(dialog).getByRole("textbox", { name: m.email_label() }),
    phone: within(dialog).getByRole("textbox", { name: m.phone_label() }),
    zone: within(dialog).getByRole("combobox", { name: m.zone_label() }),
  };
  for (const name of ["name", "email", "phone", "zone"] as const) {
    await waitFor(() => expect(field[name]).toBeInvalid());
    expect(field[name]).toHaveAccessibleDescription(new RegExp(fieldProblemWords(problems[name]).replace("+", "\\+")));
  }
  await expectAccessible();
});

it("lets the coach insist in the short form where another calendar came to stand against it", async () => {
  const { user } = await openWindow("/clients/c-2", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Prendre RDV" }));
  const form = await screen.findByRole("form", { name: /^Prendre rendez-vous/ });
  await user.click(await within(form).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(await within(form).findByRole("button", { name: "15:00" }));
  const [start, end] = ["2026-11-25T14:00:00Z", "2026-11-25T15:00:00Z"];
  agenda.busy.push({ start, end, feedName: "Perso" });
  await user.click(within(form).getByRole("button", { name: "Créer le rendez-vous" }));
  expect(await within(form).findByText(/ou confirmez que vous le voulez ainsi/)).toBeVisible();
  await expectAccessible();
  await user.click(within(form).getByRole("button", { name: "Créer quand même" }));
  expect(await screen.findByText(/Rendez-vous pris/)).toBeVisible();
  expect(agenda.appointments.at(-1)).toMatchObject({ start, person: { id: "c-2" } });
});

it.each([
  ["c-2", "Séance · 1 h"],
  ["c-5", "Bilan · 1 h 30"],
])("begins the short form with what the client usually comes for: %s, %s", async (id, usual) => {
  const { user } = await openWindow(`/clients/${id}`, agendas.full());
  await user.click(await screen.findByRole("button", { name: "Prendre RDV" }));
  const form = await screen.findByRole("form", { name: /^Prendre rendez-vous/ });
  const type = within(form).getByRole("combobox", { name: "Type de rendez-vous" });
  await waitFor(() => expect((type as HTMLInputElement).value.replace(/\s/g, " ")).toBe(usual));
});

it("offers no insisting in the short form over another appointment", async () => {
  const { user } = await openWindow("/clients/c-2", agendas.full(), { createAppointment: "slot_taken" });
  await user.click(await screen.findByRole("button", { name: "Prendre RDV" }));
  const form = await screen.findByRole("form", { name: /^Prendre rendez-vous/ });
  await user.click(await within(form).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(await within(form).findByRole("button", { name: "15:00" }));
  await user.click(within(form).getByRole("button", { name: "Créer le rendez-vous" }));
  expect(await within(form).findByText("Ce créneau vient d’être pris.")).toBeVisible();
  expect(within(form).queryByRole("button", { name: "Créer quand même" })).toBeNull();
});

it.each([
  ["/clients", "Nouveau client"],
  ["/clients", "Importer…"],
  ["/clients/c-2", "Modifier"],
  ["/clients/c-2", "Effacer cette personne…"],
])("gives the focus back to where a window was opened from: %s, %s", async (path, name) => {
  const { user } = await openWindow(path, agendas.full());
  const opener = await screen.findByRole("button", { name });
  await user.click(opener);
  await screen.findByRole("dialog");
  await waitFor(() => expect(screen.getByRole("dialog")).toContainElement(document.activeElement as HTMLElement));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(opener).toHaveFocus();
});

it("offers no door to what is over and only waits to be closed", async () => {
  const full = agendas.full();
  const one = full.appointments.find(({ person, status }) => person.name === "Amélie Durand" && status === "scheduled");
  if (one) Object.assign(one, { kind: "video", start: "2026-11-23T09:00:00Z", end: "2026-11-23T10:00:00Z" });
  if (one) one.join = { opensAt: "2026-11-23T08:45:00Z", closesAt: "2026-11-23T10:00:00Z" };
  await openWindow("/clients/c-1", full);
  const past = await screen.findByRole("region", { name: "Passés et annulés" });
  const card = within(past).getByRole("article", { name: /lundi 23 novembre, 10:00/ });
  expect(within(card).getByText("À clôturer")).toBeVisible();
  expect(within(card).queryByRole("button", { name: "Rejoindre" })).toBeNull();
  const coming = screen.getByRole("region", { name: "À venir" });
  expect(within(coming).getAllByRole("button", { name: "Rejoindre" }).length).toBeGreaterThan(0);
  const data = screen.getByRole("region", { name: "Données personnelles" });
  expect(past.compareDocumentPosition(data), "what goes for good comes last").toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it("has nothing to search, sort or count where nobody is, but a way to begin", async () => {
  const none = { ...agendas.full(), clients: [], appointments: [] };
  const { user } = await openWindow("/clients", none);
  expect(await screen.findByText("Vous n’avez pas encore de client.")).toBeVisible();
  expect(screen.queryByRole("searchbox", { name: "Chercher un client" })).toBeNull();
  expect(screen.queryByText(/^0 client/)).toBeNull();
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Ajouter un premier client" }));
  expect(await screen.findByRole("dialog", { name: "Nouveau client" })).toBeVisible();
});

it("leads the keys into the short form and back to its button, and takes a booking back on undo", async () => {
  const { user } = await openWindow("/clients/c-2", agendas.full());
  const open = await screen.findByRole("button", { name: m.take_appointment() });
  expect(open, "nobody asked for it yet").not.toHaveFocus();
  open.focus();
  await user.keyboard("{Enter}");
  const form = await screen.findByRole("form", { name: /^Prendre rendez-vous/ });
  expect(within(form).getByRole("combobox", { name: m.type_label() })).toHaveFocus();
  await user.click(await within(form).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(await within(form).findByRole("button", { name: "14:00" }));
  await user.click(within(form).getByRole("button", { name: m.create_appointment() }));
  await waitFor(() => expect(screen.getByRole("button", { name: m.take_appointment() })).toHaveFocus());
  await user.click(await screen.findByRole("button", { name: m.undo() }));
  await expect.poll(() => agenda.appointments.at(-1)?.status).toBe("cancelled");
});
