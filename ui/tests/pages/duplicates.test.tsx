import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

function withATwin() {
  const full = agendas.full();
  const amelie = full.clients.find((one) => one.name === "Amélie Durand");
  if (amelie) full.clients.push({ ...amelie, id: "c-twin", name: "DURAND Amelie", upcomingCount: 0 });
  return full;
}

it("finds a client entered twice and makes them one, keeping the profile the coach chose", async () => {
  const { user } = await openWindow("/clients", withATwin());
  await user.click(await screen.findByRole("button", { name: /1 doublon possible/ }));
  const dialog = await screen.findByRole("dialog", { name: "Doublons possibles" });
  expect(within(dialog).getByText("Même adresse e-mail")).toBeVisible();
  await expectAccessible();
  await user.click(within(dialog).getByRole("radio", { name: "DURAND Amelie" }));
  await user.click(within(dialog).getByRole("button", { name: "Fusionner" }));
  expect(await screen.findByText("Les deux fiches n’en font plus qu’une : DURAND Amelie.")).toBeVisible();
  expect(agenda.clients.some((one) => one.id === "c-1")).toBe(false);
  const theirs = agenda.appointments.filter((one) => one.person.kind === "client" && one.person.id === "c-twin");
  expect(theirs.length).toBeGreaterThan(0);
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
});

it("would keep the profile that is known longer, and says which one goes", async () => {
  const full = agendas.full();
  const amelie = full.clients.find((one) => one.id === "c-1");
  if (amelie) full.clients.unshift({ ...amelie, id: "c-90", name: "Aaron Durand", upcomingCount: 0 });
  const { user } = await openWindow("/clients", full);
  await user.click(await screen.findByRole("button", { name: /1 doublon possible/ }));
  const dialog = await screen.findByRole("dialog", { name: "Doublons possibles" });
  expect(within(dialog).getByRole("radio", { name: "Amélie Durand" })).toBeChecked();
  expect(within(dialog).getByText(/« Aaron Durand » disparaît/)).toBeVisible();
  await user.click(within(dialog).getByRole("radio", { name: "Aaron Durand" }));
  expect(within(dialog).getByText(/« Amélie Durand » disparaît/)).toBeVisible();
});

it("would keep the profile that is in use rather than one that was put away", async () => {
  const full = withATwin();
  full.clients = full.clients.map((one) => (one.id === "c-1" ? { ...one, archived: true } : one));
  const { user } = await openWindow("/clients", full);
  await user.click(await screen.findByRole("button", { name: /1 doublon possible/ }));
  expect(await screen.findByRole("radio", { name: "DURAND Amelie" })).toBeChecked();
});

it("gives the focus back to where it was opened from", async () => {
  const { user } = await openWindow("/clients", withATwin());
  const opener = await screen.findByRole("button", { name: /1 doublon possible/ });
  await user.click(opener);
  await screen.findByRole("dialog", { name: "Doublons possibles" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(opener).toHaveFocus();
});

it("goes on with the pair that comes to the place of the one that was settled", async () => {
  const full = withATwin();
  const [twin] = full.clients.filter((one) => one.id === "c-twin");
  if (twin) full.clients.push(...[1, 2, 3].map((n) => ({ ...twin, id: `c-twin-${n}`, name: `Amelie ${n}` })));
  const { user } = await openWindow("/clients", full);
  await user.click(await screen.findByRole("button", { name: "4 doublons possibles" }));
  const second = await screen.findByRole("region", { name: /Amelie 1$/ });
  await user.click(within(second).getByRole("button", { name: "Ce sont deux personnes" }));
  await waitFor(() => expect(second).not.toBeInTheDocument());
  await waitFor(() => {
    const third = screen.getByRole("region", { name: /Amelie 2$/ });
    expect(third).toContainElement(document.activeElement as HTMLElement);
  });
});

it("does not take the first of many pairs for all of them", async () => {
  const full = withATwin();
  const twin = full.clients.at(-1);
  if (twin) full.clients.push(...Array.from({ length: 60 }, (_, n) => ({ ...twin, id: `c-twin-${n}` })));
  await openWindow("/clients", full);
  expect(await screen.findByRole("button", { name: "50 doublons possibles ou plus" })).toBeVisible();
});

it("says beside the pair why two profiles cannot become one", async () => {
  const { user } = await openWindow("/clients", withATwin(), {
    mergeClients: [{ field: "notes", problem: "too_long", limit: 20000 }],
  });
  await user.click(await screen.findByRole("button", { name: /1 doublon possible/ }));
  const dialog = await screen.findByRole("dialog", { name: "Doublons possibles" });
  await user.click(within(dialog).getByRole("button", { name: "Fusionner" }));
  expect(await within(dialog).findByText(/20.000/)).toBeVisible();
});

it("offers nothing where nobody was entered twice", async () => {
  await openWindow("/clients", agendas.full());
  await screen.findByRole("link", { name: /Amélie Durand/ });
  expect(screen.queryByRole("button", { name: /doublon/ })).toBeNull();
});

it("shows two people of one address no more once the coach told them apart", async () => {
  const { user } = await openWindow("/clients", withATwin());
  await user.click(await screen.findByRole("button", { name: /1 doublon possible/ }));
  const dialog = await screen.findByRole("dialog", { name: "Doublons possibles" });
  await user.click(within(dialog).getByRole("button", { name: "Ce sont deux personnes" }));
  expect(await within(dialog).findByText("Il n’y a plus de doublon.")).toBeVisible();
  expect(agenda.clients.some((one) => one.id === "c-twin")).toBe(true);
  expect(within(dialog).queryByText(/Choisissez la fiche à garder/), "nothing is left to choose").toBeNull();
  await user.click(within(dialog).getByRole("button", { name: "Revenir aux clients" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
