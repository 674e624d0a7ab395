// What was done is said, however long the rest of the window takes to be read anew after it.
import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { m } from "@/paraglide/messages.js";
import { agenda, type commands } from "../../dev/bindings";
import { agendas, hold, openWindow } from "../window";

afterEach(() => vi.restoreAllMocks());

const press = async (user: UserEvent, name: string) => user.click(await screen.findByRole("button", { name }));
const choose = async (user: UserEvent, name: string) => user.click(await screen.findByRole("radio", { name }));

/** Does it; another part of the window is still being read anew when what was acted on is drawn anew or gone. */
async function expectSaid(words: string, slow: keyof typeof commands, act: () => Promise<void>, gone: () => void) {
  const go = hold(slow);
  await act();
  await waitFor(gone);
  go();
  expect(await screen.findByText(words)).toBeVisible();
}

it("agenda", async () => {
  const { user } = await openWindow("/settings?tab=general", agendas.full());
  const name = await screen.findByRole("textbox", { name: m.coach_name() });
  await user.type(name, " Roy");
  const [save] = screen.getAllByRole("button", { name: m.save() });
  await expectSaid(
    m.saved(),
    "getNotices",
    () => user.click(save as HTMLElement),
    () => expect(agenda.settings?.name).toMatch(/ Roy$/),
  );
  await waitFor(() => expect(save, "nothing is left to save").toBeDisabled());
});

it("quiet hours", async () => {
  const { user } = await openWindow("/settings?tab=reminders", agendas.full());
  await expectSaid(
    m.saved(),
    "getNotices",
    async () => user.click(await screen.findByRole("switch", { name: m.quiet_switch() })),
    () => expect(screen.getByRole("switch", { name: m.quiet_switch() })).toBeChecked(),
  );
});

it("video account", async () => {
  const full = agendas.full();
  full.account = { state: "not_set", domain: null };
  const { user } = await openWindow("/settings?tab=video", full);
  await user.type(await screen.findByLabelText(m.key_label()), "0123456789abcdef");
  await expectSaid(
    m.key_saved(),
    "getOwedRooms",
    () => press(user, m.key_check_and_save()),
    () => expect(screen.queryByLabelText(m.key_label())).toBeNull(),
  );
});

it("session that took place", async () => {
  const { user } = await openWindow("/dashboard", agendas.full());
  const [answer] = await screen.findAllByRole("button", { name: /^Terminé : / });
  const name = answer?.getAttribute("aria-label")?.replace("Terminé : ", "") ?? "";
  await expectSaid(
    m.completed({ name }),
    "getNotices",
    () => user.click(answer as HTMLElement),
    () => expect(answer).not.toBeInTheDocument(),
  );
});

it("client made of a prospect", async () => {
  const full = agendas.full();
  const id = full.appointments.find(({ person }) => person.kind === "prospect")?.id;
  const { user } = await openWindow(`/clients?appointment=${id}`, full);
  await press(user, m.profile_create());
  await expectSaid(
    m.client_added({ name: "Nadia Fournier" }),
    "getNotices",
    () => press(user, m.profile_create_confirm()),
    () => expect(agenda.clients.at(-1)?.name).toBe("Nadia Fournier"),
  );
  expect(screen.queryByRole("alert"), "it is no prospect any more, and nobody asked").toBeNull();
});

it("keeps both of two quick changes", async () => {
  const { user } = await openWindow("/settings?tab=general", agendas.full());
  await screen.findByRole("textbox", { name: m.coach_name() });
  const go = hold("updateSettings");
  await choose(user, m.theme_dark());
  await choose(user, m.language_english());
  go();
  await waitFor(() => expect(agenda.settings).toMatchObject({ theme: "dark", language: "en" }));
});

it("says that a language was chosen in that language", async () => {
  const { user } = await openWindow("/settings?tab=general", agendas.full());
  await choose(user, m.language_english());
  expect(await screen.findByText("Saved.")).toBeVisible();
});

it("keeps what is being typed when something else is saved", async () => {
  const { user } = await openWindow("/settings?tab=general", agendas.full());
  const name = await screen.findByRole("textbox", { name: m.coach_name() });
  await user.clear(name);
  await user.type(name, "Camille Roy");
  await choose(user, m.theme_dark());
  await screen.findByText(m.saved());
  expect(screen.getByRole("textbox", { name: m.coach_name() })).toHaveValue("Camille Roy");
});
