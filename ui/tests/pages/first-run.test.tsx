import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { agenda } from "../../dev/bindings";
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

it("says at the field that the name is missing, and saves nothing", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.click(await screen.findByRole("button", { name: "Continuer" }));
  const name = screen.getByRole("textbox", { name: "Votre nom" });
  expect(name).toBeInvalid();
  expect(name).toHaveAccessibleDescription("Ce champ est nécessaire.");
  expect(agenda.settings).toBeNull();
});

it("speaks the other language at once, keeping what was typed", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("radio", { name: "English" }));
  expect(await screen.findByRole("heading", { name: "Welcome" })).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Your name" })).toHaveValue("Camille");
});

it("says in words that a key is refused, and keeps the form", async () => {
  const { user } = await openWindow("/dashboard", agendas.none());
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await user.type(await screen.findByLabelText("Clé Daily.co"), "bad0123456789");
  await user.click(screen.getByRole("button", { name: "Vérifier et enregistrer" }));
  expect(await screen.findByText(/Daily.co n’accepte pas cette clé/)).toBeVisible();
  expect(agenda.account.state).toBe("not_set");
});

it("offers the session alone where the keyring does not answer", async () => {
  const { user } = await openWindow("/dashboard", agendas.none(), { setApiKey: "keyring_unavailable" });
  await user.type(await screen.findByRole("textbox", { name: "Votre nom" }), "Camille");
  await user.click(screen.getByRole("button", { name: "Continuer" }));
  await user.type(await screen.findByLabelText("Clé Daily.co"), "0123456789abcdef");
  await user.click(screen.getByRole("button", { name: "Vérifier et enregistrer" }));
  expect(await screen.findByRole("button", { name: "Utiliser pour cette session seulement" })).toBeVisible();
});
