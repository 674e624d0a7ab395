import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { agenda, type Failures } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

it("asks who the coach is, then for the key, which may wait", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille Marchand");
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  expect(await screen.findByRole("heading", { name: "Visioconférence" })).toBeVisible();
  await expectAccessible();
  await user.click(screen.getByRole("button", { name: "Plus tard" }));
  expect(await screen.findByRole("heading", { name: "Tableau de bord" })).toBeVisible();
  expect(agenda.settings).toMatchObject({ name: "Camille Marchand", zone: "Europe/Paris", language: "fr" });
});

it("leads back to who the coach is, with nothing lost on either side", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camile");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await user.type(await screen.findByLabelText("Clé Daily.co"), "0123");
  await user.click(await screen.findByRole("button", { name: "Retour" }));
  const name = await screen.findByRole("textbox", { name: "Votre nom" });
  expect(name).toHaveValue("Camile");
  await user.clear(name);
  await user.type(name, "Camille");
  await user.click(screen.getByRole("radio", { name: "English" }));
  await user.click(screen.getByRole("button", { name: "Continue" }));
  expect(await screen.findByRole("heading", { name: "Video meetings" })).toBeVisible();
  expect(agenda.settings).toMatchObject({ name: "Camille", language: "en" });
  expect(screen.getByLabelText("Daily.co key")).toHaveValue("0123");
});

it("says at the field that the name is missing, and saves nothing", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.click(await screen.findByRole("button", { name: "Continuer" }));
  const name = screen.getByRole("textbox", { name: "Votre nom" });
  expect(name).toBeInvalid();
  expect(name).toHaveAccessibleDescription("Ce champ est nécessaire.");
  expect(name, "the button would leave one to look for it").toHaveFocus();
  expect(agenda.settings).toBeNull();
});

it("puts the focus into the field that was refused on saving, and leaves it where one goes on typing", async () => {
  const fields = [
    { field: "name", problem: "control_characters", limit: null },
    { field: "zone", problem: "not_a_zone", limit: null },
  ] as const;
  const { user } = await openWindow("/dashboard", agendas.none(), { setUpCoach: [...fields] });
  const name = await screen.findByRole("textbox", { name: "Votre nom" });
  await user.type(name, "Camille");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await waitFor(() => expect(name).toHaveFocus());
  await user.type(name, " M");
  expect(name).toBeValid();
  expect(name, "the zone is still wrong, but the name is being typed").toHaveFocus();
});

it("speaks the other language at once, keeping what was typed", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("radio", { name: "English" }));
  expect(await screen.findByRole("heading", { name: "Welcome" })).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Your name" })).toHaveValue("Camille");
});

it("leads to the key where none was given", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await user.click(await screen.findByRole("button", { name: "Vérifier et enregistrer" }));
  expect(screen.getByLabelText("Clé Daily.co")).toBeInvalid();
  expect(screen.getByLabelText("Clé Daily.co")).toHaveFocus();
});

it("says in words that a key is refused, and keeps the form", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await user.type(await screen.findByLabelText("Clé Daily.co"), "bad0123456789");
  await user.click(screen.getByRole("button", { name: "Vérifier et enregistrer" }));
  expect(await screen.findByText(/Daily.co n’accepte pas cette clé/)).toBeVisible();
  expect(screen.getByLabelText("Clé Daily.co")).toHaveFocus();
  expect(agenda.account.state).toBe("not_set");
});

it("offers the session alone where the keyring does not answer, and says that it is used", async () => {
  const failures: Failures = { setApiKey: "keyring_unavailable" };
  const { user } = await openWindow("/dashboard", agendas.none(), failures);
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await user.type(await screen.findByLabelText("Clé Daily.co"), "0123456789abcdef");
  await user.click(screen.getByRole("button", { name: "Vérifier et enregistrer" }));
  const use = await screen.findByRole("button", { name: "Utiliser pour cette session seulement" });
  expect(screen.getAllByText(/trousseau de votre ordinateur ne répond pas/), "said once").toHaveLength(1);
  delete failures.setApiKey;
  await user.click(use);
  expect(await screen.findByText(/^La clé est vérifiée et sert jusqu’à la fermeture du logiciel/)).toBeVisible();
});
