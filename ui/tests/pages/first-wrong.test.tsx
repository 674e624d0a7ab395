// Whatever form was refused, the focus is in the first field that is wrong, and what is said there is part of that field.
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { m } from "@/paraglide/messages.js";
import { newFeed } from "../../dev/agenda";
import { agenda, begin, commands, type Failures } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

async function expectLed(field: HTMLElement, words: string | RegExp) {
  await waitFor(() => expect(field, "the button would leave one to look for it").toHaveFocus());
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const said = described.map((id) => document.getElementById(id)?.textContent).join(" ");
  expect(said).toMatch(words);
}

const textbox = (owner: HTMLElement, name: string) => within(owner).findByRole("textbox", { name });
const press = async (user: UserEvent, owner: HTMLElement, name: string) =>
  user.click(await within(owner).findByRole("button", { name }));
const refused = (field: string) => [{ field, problem: "control_characters", limit: null }] as const;

const tabs = {
  types: m.tab_types,
  reasons: m.tab_reasons,
  availability: m.tab_availability,
  reminders: m.tab_reminders,
  general: m.tab_general,
};

async function openSettings(tab: keyof typeof tabs, failures: Failures = {}, full = agendas.full()) {
  const { user } = await openWindow(`/settings?tab=${tab}`, full, failures);
  return { user, panel: await screen.findByRole("tabpanel", { name: tabs[tab]() }) };
}

async function openAppointment(act: string, failures: Failures = {}) {
  const full = agendas.full();
  const id = full.appointments.find((one) => one.person.kind === "client" && one.person.id === "c-4")?.id ?? "";
  const { user } = await openWindow(`/clients?appointment=${id}&act=${act}`, full, failures);
  return { user, dialog: await screen.findByRole("dialog") };
}

it("client: the name that is missing, the address that another has", async () => {
  const { user } = await openWindow("/clients", agendas.full());
  await user.click(await screen.findByRole("button", { name: m.new_client() }));
  const dialog = await screen.findByRole("dialog");
  await press(user, dialog, m.add());
  await expectLed(await textbox(dialog, m.name_label()), m.field_required());
  await user.type(await textbox(dialog, m.name_label()), "Zoé Martin");
  await user.type(await textbox(dialog, m.email_label()), agenda.clients[0]?.email ?? "");
  await press(user, dialog, m.add());
  await expectLed(await textbox(dialog, m.email_label()), m.field_duplicate());
});

it("appointment: what may not stand in its title", async () => {
  const { user, dialog } = await openAppointment("edit", { updateAppointment: [...refused("title")] });
  await press(user, dialog, m.save());
  await expectLed(await textbox(dialog, m.title_label()), m.field_control_characters());
});

it("cancellation: the reason", async () => {
  const { user, dialog } = await openAppointment("cancel");
  await press(user, dialog, m.cancel_confirm());
  await expectLed(await textbox(dialog, m.cancel_reason()), m.field_required());
});

it("move: the length", async () => {
  const { user, dialog } = await openAppointment("move", { rescheduleAppointment: [...refused("durationMin")] });
  const length = await textbox(dialog, m.duration_label());
  await user.clear(length);
  await user.type(length, "2");
  await press(user, dialog, m.save());
  await expectLed(length, m.field_control_characters());
});

it("type: the first of several", async () => {
  const { user, panel } = await openSettings("types");
  await press(user, panel, m.new_type());
  const dialog = await screen.findByRole("dialog");
  const length = await textbox(dialog, m.duration_label());
  await user.clear(length);
  await press(user, dialog, m.add());
  await expectLed(await textbox(dialog, m.name_label()), m.field_required());
  expect(length).toBeInvalid();
});

it("reason: the one that is there already", async () => {
  const { user, panel } = await openSettings("reasons");
  const field = await textbox(panel, m.new_reason());
  await user.type(field, agenda.reasons[0]?.label ?? "");
  await press(user, panel, m.add());
  await expectLed(field, m.field_duplicate());
});

it("agenda: what is out of its bounds, and what Rust refuses", async () => {
  const { user, panel } = await openSettings("general", { updateSettings: [...refused("noticeMin")] });
  const step = await textbox(panel, m.step_label());
  const [save] = await within(panel).findAllByRole("button", { name: m.save() });
  await user.clear(step);
  await user.click(save as HTMLElement);
  await expectLed(step, m.field_required());
  await user.type(step, "30");
  await user.click(save as HTMLElement);
  await expectLed(await textbox(panel, m.notice_label()), m.field_control_characters());
});

it("reminders: the one that is there already", async () => {
  const { user, panel } = await openSettings("reminders");
  const amount = await textbox(panel, m.reminder_new());
  await user.clear(amount);
  await press(user, panel, m.add_reminder());
  await expectLed(amount, m.field_required());
});

it("quiet hours: an end that is the beginning", async () => {
  const full = agendas.full();
  if (full.settings) full.settings.quietHours = { fromMin: 1260, toMin: 480 };
  const { user } = await openSettings("reminders", {}, full);
  const quiet = await screen.findByRole("region", { name: m.quiet_title() });
  const end = await textbox(quiet, m.quiet_to());
  await user.clear(end);
  await user.type(end, "21:00");
  await press(user, quiet, m.save());
  await expectLed(end, m.quiet_same());
});

it("hours of the week: the end that is missing, both where they do not agree", async () => {
  const { user, panel } = await openSettings("availability");
  const day = await within(panel).findByRole("group", { name: "mardi" });
  const start = await textbox(day, m.range_start({ owner: "mardi", number: 1 }));
  const end = await textbox(day, m.range_end({ owner: "mardi", number: 1 }));
  await user.clear(end);
  await user.type(end, "8");
  await press(user, panel, m.save_hours());
  await expectLed(start, m.range_backwards());
  expect(end).toBeInvalid();
  await expectAccessible();
  await user.clear(end);
  await press(user, panel, m.save_hours());
  await expectLed(end, m.time_not_understood());
  expect(start).toBeValid();
});

it("exception: the days, in the month to choose them in", async () => {
  const { user, panel } = await openSettings("availability");
  await press(user, panel, m.new_exception());
  const dialog = await screen.findByRole("dialog");
  await press(user, dialog, m.add());
  await expectLed(within(dialog).getByRole("button", { name: /^mardi 24 novembre/ }), m.days_missing());
  await expectAccessible();
});

it("exception: its ranges together, or the choice to have none", async () => {
  const full = agendas.full();
  const special = full.availability.exceptions.find(({ ranges }) => ranges.length > 0);
  const closed = full.availability.exceptions.find(({ ranges }) => ranges.length === 0);
  const { user, panel } = await openSettings("availability", { updateException: [...refused("ranges")] }, full);
  await press(user, panel, m.edit_named({ name: special?.label ?? "" }));
  const dialog = await screen.findByRole("dialog");
  await press(user, dialog, m.save());
  await expectLed(
    await textbox(dialog, m.range_start({ owner: m.exception(), number: 1 })),
    m.field_control_characters(),
  );
  expect(await textbox(dialog, m.range_end({ owner: m.exception(), number: 1 }))).toBeInvalid();
  await press(user, dialog, m.cancel());
  await press(user, panel, m.edit_named({ name: closed?.label ?? "" }));
  const other = await screen.findByRole("dialog");
  await press(user, other, m.save());
  await waitFor(() => expect(within(other).getByRole("radio", { name: m.exception_closed() })).toHaveFocus());
  const hours = within(other).getByRole("radiogroup", { name: m.exception_hours() });
  expect(hours).toHaveAccessibleDescription(m.field_control_characters());
});

it("external calendar: the name of a new one and of a known one", async () => {
  const full = agendas.full();
  full.feeds = [newFeed(full, "Perso", "calendar.google.com")];
  const { user, panel } = await openSettings("availability", {}, full);
  await press(user, panel, m.feed_add());
  const adding = await screen.findByRole("dialog");
  await user.type(await textbox(adding, m.feed_name()), "Famille");
  await press(user, adding, m.add());
  await expectLed(await textbox(adding, m.feed_address()), m.field_required());
  await press(user, adding, m.cancel());
  await press(user, panel, m.edit_named({ name: "Perso" }));
  const changing = await screen.findByRole("dialog");
  const name = await textbox(changing, m.feed_name());
  await user.clear(name);
  await press(user, changing, m.save());
  await expectLed(name, m.field_required());
});

it("short booking: the first slot of the day where none was picked, the number where one is called", async () => {
  const { user } = await openWindow("/clients/c-2", agendas.full());
  await user.click(await screen.findByRole("button", { name: m.take_appointment() }));
  const form = await screen.findByRole("form", { name: /^Prendre rendez-vous/ });
  await user.click(await within(form).findByRole("button", { name: /mercredi 25 novembre/ }));
  const slot = await within(form).findByRole("button", { name: "14:00" });
  await press(user, form, m.create_appointment());
  const [first] = within(screen.getByRole("group", { name: m.part_morning() })).getAllByRole("button");
  await expectLed(first as HTMLElement, m.start_missing());
  await expectAccessible();
  await user.click(slot);
  await user.click(within(form).getByRole("radio", { name: m.kind_phone() }));
  await user.clear(await textbox(form, m.phone_label()));
  await press(user, form, m.create_appointment());
  await expectLed(await textbox(form, m.phone_label()), m.field_required());
});

it("export: the dates of one's own choice", async () => {
  const { user } = await openWindow("/planning", agendas.full());
  await user.click(await screen.findByRole("button", { name: m.export() }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("radio", { name: m.export_days() }));
  await press(user, dialog, m.export());
  await expectLed(within(dialog).getByRole("button", { name: /^mardi 24 novembre/ }), m.days_missing());
  // It is part of the address, which the next window begins with.
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

async function openWizard(failures: Failures = {}, full = agendas.full()) {
  const { user } = await openWindow("/dashboard", full, failures);
  await user.click(await screen.findByRole("button", { name: m.new_appointment() }));
  return { user, dialog: await screen.findByRole("dialog") };
}

it("wizard: the client, a new one, a prospect", async () => {
  const { user, dialog } = await openWizard();
  await press(user, dialog, m.continue());
  await expectLed(await textbox(dialog, m.find_client()), m.client_missing());
  await press(user, dialog, m.new_client());
  await press(user, dialog, m.add_client_and_continue());
  await expectLed(await textbox(dialog, m.name_label()), m.field_required());
  await press(user, dialog, m.back_to_search());
  await user.click(within(dialog).getByRole("radio", { name: m.prospect() }));
  await user.type(await textbox(dialog, m.name_label()), "Nadia");
  await press(user, dialog, m.continue());
  await expectLed(await textbox(dialog, m.email_label()), m.field_required());
});

it("wizard: the time, each appointment of a series that cannot be, and what is refused at the end", async () => {
  const full = agendas.full();
  const one = full.appointments.find(({ start }) => start.startsWith("2026-11-26T08"));
  if (one) full.appointments.push({ ...one, id: "a-w", start: "2026-12-02T14:00:00Z", end: "2026-12-02T15:00:00Z" });
  const { user, dialog } = await openWizard({}, full);
  await press(user, dialog, m.continue());
  await user.click(await within(dialog).findByRole("button", { name: /Thomas Bernard/ }));
  await press(user, dialog, m.continue());
  await user.click(await within(dialog).findByRole("button", { name: /mercredi 25 novembre/ }));
  await user.click(within(dialog).getByRole("checkbox", { name: /^En dehors de mes horaires/ }));
  await press(user, dialog, m.continue());
  await expectLed(await textbox(dialog, m.start_time()), m.start_missing());
  await user.type(await textbox(dialog, m.start_time()), "15:00");
  await user.click(within(dialog).getByRole("combobox", { name: m.repeat_label() }));
  await user.click(await screen.findByRole("option", { name: m.repeat_week() }));
  await press(user, dialog, m.continue());
  const list = await within(dialog).findByRole("list", { name: m.step_series() });
  await press(user, dialog, m.continue());
  await waitFor(() => expect(within(list).getByRole("button", { name: /^Plutôt mercredi 2/ })).toHaveFocus());
  expect(within(dialog).getByRole("alert")).toHaveTextContent(m.series_settle_first());
  await press(user, dialog, m.series_skip_open());
  await press(user, dialog, m.continue());
  await within(dialog).findByText(/dernier :/);
  begin(agenda, { createSeries: [...refused("title")] });
  await user.click(within(dialog).getByRole("button", { name: /^Créer les/ }));
  await expectLed(await textbox(dialog, m.title_label()), m.field_control_characters());
});

it("leaves whoever went on meanwhile where they are", async () => {
  const { user, panel } = await openSettings("types");
  let go = () => {};
  const held = vi.spyOn(commands, "createAppointmentType").mockImplementation(async (input) => {
    await new Promise<void>((resolve) => {
      go = resolve;
    });
    begin(agenda, { createAppointmentType: [...refused("name")] });
    return commands.createAppointmentType(input);
  });
  await press(user, panel, m.new_type());
  const dialog = await screen.findByRole("dialog");
  const name = await textbox(dialog, m.name_label());
  await user.type(name, "Atelier");
  await press(user, dialog, m.add());
  const length = await textbox(dialog, m.duration_label());
  await user.click(length);
  go();
  await waitFor(() => expect(name).toBeInvalid());
  expect(length).toHaveFocus();
  held.mockRestore();
});
