import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { commands } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

async function openExport() {
  const { user } = await openWindow("/planning", agendas.full());
  await user.click(await screen.findByRole("button", { name: "Exporter" }));
  return { user, dialog: await screen.findByRole("dialog", { name: "Exporter l’agenda" }) };
}

it("offers the file of one appointment where it is read", async () => {
  const full = agendas.full();
  const coming = full.appointments.find(({ status }) => status === "scheduled");
  const { user } = await openWindow(`/clients?appointment=${coming?.id}`, full);
  await user.click(await screen.findByRole("button", { name: "Fichier iCalendar" }));
  expect(await screen.findByText(/agenda\.ics est enregistré : 1 rendez-vous/)).toBeVisible();
});

it("exports the shown week and says what the file is called", async () => {
  const { user, dialog } = await openExport();
  expect(within(dialog).getByRole("radio", { name: "23–29 novembre 2026" })).toBeChecked();
  await expectAccessible();
  await user.click(within(dialog).getByRole("button", { name: "Exporter" }));
  expect(await screen.findByText(/agenda\.ics est enregistré/)).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("asks for dates at the dates when they are of one's own choice", async () => {
  const { user, dialog } = await openExport();
  await user.click(within(dialog).getByRole("radio", { name: "Des dates au choix" }));
  await user.click(within(dialog).getByRole("button", { name: "Exporter" }));
  expect(await within(dialog).findByText("Choisissez les jours.")).toBeVisible();
});

describe("an export that takes its time", () => {
  let end: (answer: Awaited<ReturnType<typeof commands.exportAgenda>>) => void;
  const stop = vi.fn();
  beforeEach(() => {
    stop.mockReset().mockImplementation(async () => {
      end({ status: "ok", data: null });
      return { status: "ok", data: null };
    });
    vi.spyOn(commands, "stopExport").mockImplementation(stop);
    vi.spyOn(commands, "exportAgenda").mockImplementation(() => new Promise((resolve) => (end = resolve)));
  });
  afterEach(() => void vi.restoreAllMocks());

  async function begun() {
    const { user, dialog } = await openExport();
    await user.click(within(dialog).getByRole("button", { name: "Exporter" }));
    await within(dialog).findByRole("button", { name: "Arrêter" });
    return { user, dialog };
  }

  it("is stopped where it runs, and says that no file was written", async () => {
    const { user, dialog } = await begun();
    await expectAccessible();
    await user.click(within(dialog).getByRole("button", { name: "Arrêter" }));
    expect(await screen.findByText("Export arrêté. Aucun fichier n’a été écrit.")).toBeVisible();
    expect(within(dialog).queryByRole("button", { name: "Arrêter" })).toBeNull();
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  });

  it.each(["{Escape}", "Abandonner"])("is stopped when its window is closed: %s", async (way) => {
    const { user, dialog } = await begun();
    if (way === "{Escape}") await user.keyboard(way);
    else await user.click(within(dialog).getByRole("button", { name: way }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(stop).toHaveBeenCalledOnce();
    expect(await screen.findByText("Export arrêté. Aucun fichier n’a été écrit.")).toBeVisible();
  });

  it("says nothing when no place for the file was chosen", async () => {
    const { dialog } = await begun();
    end({ status: "ok", data: null });
    await waitFor(() => expect(within(dialog).queryByRole("button", { name: "Arrêter" })).toBeNull());
    expect(screen.queryByText(/Export arrêté/)).toBeNull();
  });

  it("says what was written when it was done before it could be stopped", async () => {
    stop.mockImplementation(async () => {
      end({ status: "ok", data: { fileName: "agenda.ics", appointments: 12 } });
      return { status: "ok", data: null };
    });
    const { user } = await begun();
    await user.keyboard("{Escape}");
    expect(await screen.findByText(/agenda\.ics est enregistré/)).toBeVisible();
  });
});
