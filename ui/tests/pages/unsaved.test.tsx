// What was changed in the settings and not saved is not lost without a word.
import { fireEvent, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { router } from "@/routes";
import { agenda } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

const names = {
  types: m.tab_types,
  reasons: m.tab_reasons,
  availability: m.tab_availability,
  video: m.tab_video,
  reminders: m.tab_reminders,
  general: m.tab_general,
};

async function openTab(tab: keyof typeof names) {
  const { user } = await openWindow(`/settings?tab=${tab}`, agendas.full());
  const panel = await screen.findByRole("tabpanel", { name: names[tab]() });
  await within(panel).findAllByRole("heading", { level: 2 });
  return { user, panel };
}

const question = () => screen.findByRole("dialog", { name: m.unsaved_title() });
const noQuestion = () => expect.poll(() => screen.queryByRole("dialog", { name: m.unsaved_title() })).toBeNull();
const press = async (user: UserEvent, name: string) =>
  user.click(within(await question()).getByRole("button", { name }));
const textbox = (owner: HTMLElement, name: string) => within(owner).getByRole("textbox", { name });
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

it("asks before hours that are not saved are left for another tab, and keeps them for whoever stays", async () => {
  const { user, panel } = await openTab("availability");
  const start = await within(panel).findByRole("textbox", { name: m.range_start({ owner: "lundi", number: 1 }) });
  type(start, "07:30");
  await user.click(screen.getByRole("tab", { name: m.tab_video() }));
  await question();
  await expectAccessible();
  await press(user, m.unsaved_stay());
  await noQuestion();
  expect(start, "the draft is still there").toHaveValue("07:30");
  await user.click(screen.getByRole("tab", { name: m.tab_video() }));
  await press(user, m.unsaved_leave());
  expect(await screen.findByRole("tabpanel", { name: m.tab_video() })).toBeVisible();
});

it("asks before a name that is not saved is left for another page, and no more once it is saved", async () => {
  const { user, panel } = await openTab("general");
  type(textbox(panel, m.coach_name()), "Camille M.");
  await user.click(screen.getByRole("link", { name: m.nav_clients() }));
  await press(user, m.unsaved_stay());
  await user.click(within(panel).getByRole("button", { name: m.save() }));
  await expect.poll(() => agenda.settings?.name).toBe("Camille M.");
  await screen.findByText(m.saved());
  await expect
    .poll(() => textbox(panel, m.coach_name()).closest("form")?.querySelector("[type=submit]:disabled"))
    .not.toBeNull();
  await user.click(screen.getByRole("link", { name: m.nav_clients() }));
  expect(await screen.findByRole("heading", { name: m.nav_clients() })).toBeVisible();
});

it("asks nothing of who changed nothing, or put it back", async () => {
  const { user, panel } = await openTab("general");
  const name = textbox(panel, m.coach_name());
  const before = (name as HTMLInputElement).value;
  type(name, "Camille M.");
  type(name, before);
  await user.click(screen.getByRole("tab", { name: m.tab_data() }));
  expect(await screen.findByRole("tabpanel", { name: m.tab_data() })).toBeVisible();
});

it("keeps what is typed when what is saved at once is changed beside it", async () => {
  const { user, panel } = await openTab("general");
  type(textbox(panel, m.coach_name()), "Camille M.");
  await user.click(within(panel).getByRole("radio", { name: m.theme_dark() }));
  await expect.poll(() => agenda.settings?.theme).toBe("dark");
  await screen.findByText(m.saved());
  expect(textbox(panel, m.coach_name())).toHaveValue("Camille M.");
});

it("lets the windows that open over any page come and go", async () => {
  const { panel } = await openTab("general");
  type(textbox(panel, m.coach_name()), "Camille M.");
  await router.navigate({ to: "/settings", search: { tab: "general", booking: {} } as never });
  expect(await screen.findByRole("dialog", { name: m.new_appointment() })).toBeVisible();
  expect(screen.queryByRole("dialog", { name: m.unsaved_title() })).toBeNull();
});

it.each([
  [
    "video",
    async (user: UserEvent, panel: HTMLElement) =>
      user.click(await within(panel).findByRole("switch", { name: m.screen_share_label() })),
  ],
  ["reasons", async (_: UserEvent, panel: HTMLElement) => type(textbox(panel, m.new_reason()), "Bilan")],
] as const)("asks on the tab %s too", async (tab, change) => {
  const { user, panel } = await openTab(tab);
  await change(user, panel);
  await user.click(screen.getByRole("tab", { name: m.tab_data() }));
  await press(user, m.unsaved_stay());
  expect(screen.getByRole("tab", { selected: true })).not.toHaveAccessibleName(m.tab_data());
});

it("asks before quiet hours that are not saved are left", async () => {
  const { user, panel } = await openTab("reminders");
  await user.click(within(panel).getByRole("switch", { name: m.quiet_switch() }));
  type(await within(panel).findByRole("textbox", { name: m.quiet_from() }), "22:00");
  await user.click(screen.getByRole("tab", { name: m.tab_data() }));
  expect(await question()).toBeVisible();
});

it("asks before a window is closed over what was typed in it, by Escape too, and Escape answers nothing else", async () => {
  const { user, panel } = await openTab("types");
  await user.click(within(panel).getByRole("button", { name: m.new_type() }));
  const dialog = await screen.findByRole("dialog", { name: m.new_type() });
  type(textbox(dialog, m.name_label()), "Bilan");
  await user.keyboard("{Escape}");
  await question();
  await user.keyboard("{Escape}");
  await noQuestion();
  expect(textbox(dialog, m.name_label())).toHaveValue("Bilan");
  await user.click(within(dialog).getByRole("button", { name: m.close() }));
  await press(user, m.unsaved_leave());
  await expect.poll(() => screen.queryByRole("dialog", { name: m.new_type() })).toBeNull();
});

it.each([
  [m.new_exception, m.exception_label],
  [m.feed_add, m.feed_name],
])("asks before the windows of the availability are closed over what was typed (%#)", async (open, field) => {
  const { user, panel } = await openTab("availability");
  await user.click(await within(panel).findByRole("button", { name: open() }));
  const dialog = await screen.findByRole("dialog", { name: open() });
  await user.keyboard("{Escape}");
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  await user.click(within(panel).getByRole("button", { name: open() }));
  type(textbox(await screen.findByRole("dialog", { name: open() }), field()), "Fêtes");
  await user.click(screen.getByRole("button", { name: m.close() }));
  expect(await question()).toBeVisible();
  expect(dialog).not.toBeVisible();
});
