import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { agenda, commands } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

afterEach(() => {
  vi.restoreAllMocks();
});

async function openFile(full = agendas.full(), failures = {}) {
  const { user } = await openWindow("/clients", full, failures);
  await user.click(await screen.findByRole("button", { name: "Importer…" }));
  return user;
}

it("shows what is in a file and what becomes of each row, then does it", async () => {
  const before = agendas.full().clients.length;
  const user = await openFile();
  const dialog = await screen.findByRole("dialog", { name: "Importer des clients" });
  expect(await within(dialog).findByText("2 clients seront ajoutés · 2 déjà connus · 1 refusé")).toBeVisible();
  expect(within(dialog).getByText(/carnet\.csv · 5 personnes · .* · windows-1252/)).toBeVisible();
  expect(within(dialog).getByRole("combobox", { name: "Ce que devient la colonne Nom" })).toHaveValue("Nom de famille");
  expect(within(dialog).getByText("Éloïse Lefèvre")).toBeVisible();
  const left = within(dialog).getByRole("region", { name: "Laissés de côté" });
  expect(
    within(left).getByText(/Déjà parmi vos clients : Amélie Durand \(même adresse e-mail, même nom\)/),
  ).toBeVisible();
  expect(within(left).getByText(/Déjà dans ce fichier : Ligne 3 \(même nom\)/)).toBeVisible();
  expect(within(left).getByText(/Numéro de téléphone : Ce numéro de téléphone n’existe pas/)).toBeVisible();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Importer 2 clients" }));
  expect(await within(dialog).findByText("2 clients ajoutés · 2 déjà connus · 1 refusé")).toBeVisible();
  await waitFor(() => expect(agenda.clients).toHaveLength(before + 2));
  expect(within(dialog).queryByRole("button", { name: /Importer/ })).toBeNull();
  await expectAccessible();
});

it("says what is wrong with one row each on a line of its own", async () => {
  const full = agendas.full();
  const fields = (["email", "name"] as const).map((field) => ({ field, problem: "required" as const, limit: null }));
  full.importReport.leftOut.push({ line: 9, name: "", email: "", phone: "", outcome: { kind: "refused", fields } });
  await openFile(full);
  const left = within(await screen.findByRole("region", { name: "Laissés de côté" }));
  expect(left.getByText("Adresse e-mail : Ce champ est nécessaire.")).toBeVisible();
  expect(left.getByText("Nom : Ce champ est nécessaire.")).toBeVisible();
});

it("has the file let go of when its window is closed", async () => {
  const forget = vi.spyOn(commands, "forgetClientFile");
  const user = await openFile();
  await screen.findByRole("button", { name: "Importer 2 clients" });
  expect(forget).not.toHaveBeenCalled();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(forget).toHaveBeenCalledOnce());
  forget.mockRestore();
});

it("goes on when its window is closed meanwhile, and says then what came in", async () => {
  const before = agendas.full().clients.length;
  let go = () => {};
  const { importClients } = commands;
  vi.spyOn(commands, "importClients").mockImplementation(async (columns) => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    return importClients(columns);
  });
  const user = await openFile();
  await user.click(await screen.findByRole("button", { name: "Importer 2 clients" }));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  go();
  expect(await screen.findByText("2 clients ajoutés")).toBeVisible();
  expect(agenda.clients).toHaveLength(before + 2);
});

/** Each preview answers once it is let go, in any order. */
function holdPreviews() {
  const { previewClientImport } = commands;
  const go: (() => void)[] = [];
  vi.spyOn(commands, "previewClientImport").mockImplementation(async (columns) => {
    const answer = await previewClientImport(columns);
    await new Promise<void>((resolve) => go.push(resolve));
    return answer;
  });
  return go;
}

it("says while a long file is examined that it is, and can be closed meanwhile", async () => {
  const go = holdPreviews();
  const full = agendas.full();
  if (full.clientFile) full.clientFile.rows = 10_000;
  const user = await openFile(full);
  const dialog = await screen.findByRole("dialog", { name: "Importer des clients" });
  expect(await within(dialog).findByText(/^Examen en cours : 10.000 personnes$/)).toBeVisible();
  expect(within(dialog).getByRole("button", { name: "Importer…" })).toBeDisabled();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Abandonner" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(go).toHaveLength(1));
  go[0]?.();
  await expect(screen.findByText(/seront ajoutés/, {}, { timeout: 300 })).rejects.toThrow();
});

it("shows of a file nothing that was found out about the one before", async () => {
  const go = holdPreviews();
  const user = await openFile();
  await screen.findByRole("dialog", { name: "Importer des clients" });
  await waitFor(() => expect(go).toHaveLength(1));
  await user.keyboard("{Escape}");
  agenda.importReport = { ...agenda.importReport, added: 7 };
  await user.click(screen.getByRole("button", { name: "Importer…" }));
  const dialog = await screen.findByRole("dialog", { name: "Importer des clients" });
  await waitFor(() => expect(go, "the second file is asked about, too").toHaveLength(2));
  go[0]?.();
  await expect(within(dialog).findByText(/seront ajoutés/, {}, { timeout: 300 })).rejects.toThrow();
  go[1]?.();
  expect(await within(dialog).findByText(/^7 clients seront ajoutés/)).toBeVisible();
});

it("asks which column is the name when none is", async () => {
  const full = agendas.full();
  for (const column of full.clientFile?.columns ?? []) column.meaning = null;
  const user = await openFile(full);
  const dialog = await screen.findByRole("dialog", { name: "Importer des clients" });
  expect(within(dialog).getByRole("alert")).toHaveTextContent("Indiquez quelle colonne contient le nom");
  expect(within(dialog).getByRole("button", { name: "Importer…" })).toBeDisabled();
  await user.click(within(dialog).getByRole("combobox", { name: "Ce que devient la colonne Nom" }));
  const [first] = await screen.findAllByRole("option", { name: "Nom complet" });
  await user.click(first as HTMLElement);
  expect(await within(dialog).findByRole("button", { name: "Importer 2 clients" })).toBeEnabled();
});

it("says at a column what is wrong with it", async () => {
  await openFile(agendas.full(), {
    previewClientImport: [{ field: "columns.2", problem: "duplicate", limit: null }],
  });
  const dialog = await screen.findByRole("dialog", { name: "Importer des clients" });
  const column = within(dialog).getByRole("combobox", { name: "Ce que devient la colonne Courriel" });
  await waitFor(() => expect(column).toBeInvalid());
  await expectAccessible();
});

it("asks nothing about columns of cards", async () => {
  const full = agendas.full();
  if (full.clientFile) Object.assign(full.clientFile, { name: "carnet.vcf", cards: true, separator: null });
  await openFile(full);
  const dialog = await screen.findByRole("dialog", { name: "Importer des clients" });
  expect(await within(dialog).findByText(/Déjà dans ce fichier : Fiche 3/)).toBeVisible();
  expect(within(dialog).queryByRole("combobox")).toBeNull();
});

it("opens nothing when no file was chosen, and says why one could not be read", async () => {
  const full = agendas.full();
  full.clientFile = null;
  await openFile(full);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it.each(["file_not_read", "file_too_large", "not_a_client_file"] as const)("says in words: %s", async (code) => {
  await openFile(agendas.full(), { chooseClientFile: code });
  expect(await screen.findByText(/Rien n’a été importé/)).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
});
