// Every field of the settings, filled in wrongly in both languages: the message stands at that field, and nothing
// is saved. What only Rust finds wrong stands there too.
import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { m } from "@/paraglide/messages.js";
import { countWords } from "@/text/quantity";
import { agenda, type Failures } from "../../dev/bindings";
import { agendas, expectAccessible, openWindow } from "../window";

type Language = "fr" | "en";
const languages: Language[] = ["fr", "en"];

const names = {
  types: m.tab_types,
  reasons: m.tab_reasons,
  availability: m.tab_availability,
  reminders: m.tab_reminders,
  general: m.tab_general,
};

async function openSettings(tab: keyof typeof names, language: Language, failures: Failures = {}) {
  const start = agendas.full();
  if (start.settings) start.settings.language = language;
  const { user } = await openWindow(`/settings?tab=${tab}`, start, failures);
  await expect.poll(() => document.documentElement.lang).toBe(language);
  const panel = await screen.findByRole("tabpanel", { name: names[tab]() });
  await within(panel).findAllByRole("heading", { level: 2 });
  return { user, panel };
}

async function fill(user: UserEvent, field: HTMLElement, text: string) {
  await user.clear(field);
  if (text === "") return;
  await user.click(field);
  await user.paste(text);
}

/** Whatever the field holds, its message is part of what a screen reader says of it. */
async function expectRefused(field: HTMLElement, words: string) {
  await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const said = described.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  expect(said).toContain(words);
}

const textbox = (owner: HTMLElement, name: string) => within(owner).getByRole("textbox", { name });

describe.each(languages)("settings in %s", (language) => {
  it("type: each field says what is wrong with it", async () => {
    const { user, panel } = await openSettings("types", language);
    const before = structuredClone(agenda.types);
    await user.click(within(panel).getByRole("button", { name: m.new_type() }));
    const dialog = await screen.findByRole("dialog", { name: m.new_type() });
    const add = within(dialog).getByRole("button", { name: m.add() });
    const wrong: [string, string, string][] = [
      [m.name_label(), "", m.field_required()],
      [m.name_label(), "n".repeat(81), m.field_too_long_limit({ limit: 80 })],
      [m.name_label(), "a\u0007b", m.field_control_characters()],
      [m.duration_label(), "", m.field_required()],
      [m.duration_label(), "4", m.between({ least: 5, most: 1440 })],
      [m.duration_label(), "1441", m.between({ least: 5, most: 1440 })],
      [m.colour_label(), "#12", m.field_not_a_colour()],
      [m.buffer_before(), "241", m.between({ least: 0, most: 240 })],
      [m.buffer_after(), "", m.field_required()],
      [m.description_label(), "d".repeat(2001), m.field_too_long_limit({ limit: countWords(2000, language) })],
    ];
    for (const [name, text, words] of wrong) {
      await fill(user, textbox(dialog, name), text);
      await user.click(add);
      await expectRefused(textbox(dialog, name), words);
    }
    await expectAccessible();
    expect(agenda.types).toEqual(before);
  });

  it("type: what Rust refuses stands at its field", async () => {
    const fields = ["name", "durationMin", "colour", "bufferBeforeMin", "bufferAfterMin", "description"];
    const { user, panel } = await openSettings("types", language, {
      createAppointmentType: fields.map((field) => ({ field, problem: "unknown", limit: null })),
    });
    await user.click(within(panel).getByRole("button", { name: m.new_type() }));
    const dialog = await screen.findByRole("dialog", { name: m.new_type() });
    await fill(user, textbox(dialog, m.name_label()), "Séance");
    await user.click(within(dialog).getByRole("button", { name: m.add() }));
    for (const name of [
      m.name_label(),
      m.duration_label(),
      m.colour_label(),
      m.buffer_before(),
      m.buffer_after(),
      m.description_label(),
    ]) {
      await expectRefused(textbox(dialog, name), m.field_unknown());
    }
  });

  it("reason: a new one and a changed one", async () => {
    const { user, panel } = await openSettings("reasons", language);
    const before = structuredClone(agenda.reasons);
    const fresh = textbox(panel, m.new_reason());
    const taken = before[0]?.label ?? "";
    for (const [text, words] of [
      ["", m.field_required()],
      ["r".repeat(81), m.field_too_long_limit({ limit: 80 })],
      [taken, m.field_duplicate()],
    ] as const) {
      await fill(user, fresh, text);
      await user.click(within(panel).getByRole("button", { name: m.add() }));
      await expectRefused(fresh, words);
    }
    await user.click(within(panel).getByRole("button", { name: m.edit_named({ name: taken }) }));
    const changed = textbox(panel, m.reason_label());
    for (const [text, words] of [
      ["", m.field_required()],
      ["r".repeat(81), m.field_too_long_limit({ limit: 80 })],
    ] as const) {
      await fill(user, changed, text);
      await user.click(within(panel).getByRole("button", { name: m.save() }));
      await expectRefused(changed, words);
    }
    expect(agenda.reasons).toEqual(before);
  });

  it("exception: days, label and hours", async () => {
    const { user, panel } = await openSettings("availability", language);
    const before = structuredClone(agenda.availability.exceptions);
    await user.click(within(panel).getByRole("button", { name: m.new_exception() }));
    const dialog = await screen.findByRole("dialog", { name: m.new_exception() });
    const add = within(dialog).getByRole("button", { name: m.add() });
    await user.click(add);
    expect(await within(dialog).findByText(m.days_missing())).toBeVisible();
    await fill(user, textbox(dialog, m.exception_label()), "l".repeat(121));
    await user.click(add);
    await expectRefused(textbox(dialog, m.exception_label()), m.field_too_long_limit({ limit: 120 }));
    await user.click(within(dialog).getByRole("radio", { name: m.exception_special() }));
    const end = textbox(dialog, m.range_end({ owner: m.exception(), number: 1 }));
    for (const [text, words] of [
      ["8", m.range_backwards()],
      ["25:00", m.time_not_understood()],
    ] as const) {
      await fill(user, end, text);
      await user.click(add);
      expect(await within(dialog).findByText(words)).toBeVisible();
    }
    await expectAccessible();
    expect(agenda.availability.exceptions).toEqual(before);
  });

  it("exception: days that Rust refuses", async () => {
    const { user, panel } = await openSettings("availability", language, {
      updateException: [
        { field: "from", problem: "overlaps", limit: null },
        { field: "ranges", problem: "required", limit: null },
      ],
    });
    const name = agenda.availability.exceptions[0]?.label ?? "";
    await user.click(within(panel).getByRole("button", { name: m.edit_named({ name }) }));
    const dialog = await screen.findByRole("dialog", { name: m.edit_exception() });
    await user.click(within(dialog).getByRole("button", { name: m.save() }));
    expect(await within(dialog).findByText(m.field_overlaps())).toBeVisible();
    expect(within(dialog).getByText(m.field_required())).toBeVisible();
  });

  it("reminder: empty, too far, there already", async () => {
    const { user, panel } = await openSettings("reminders", language);
    const before = structuredClone(agenda.settings?.reminderOffsetsMin);
    const amount = textbox(panel, m.reminder_new());
    for (const [text, words] of [
      ["", m.field_required()],
      ["9999", m.reminder_too_far()],
      ["1", m.reminder_exists()],
    ] as const) {
      await fill(user, amount, text);
      await user.click(within(panel).getByRole("button", { name: m.add_reminder() }));
      await expectRefused(amount, words);
    }
    expect(agenda.settings?.reminderOffsetsMin).toEqual(before);
  });

  it("general: each field of the agenda", async () => {
    const { user, panel } = await openSettings("general", language);
    const before = structuredClone(agenda.settings);
    const save = () => within(panel).getAllByRole("button", { name: m.save() })[0] as HTMLElement;
    const wrong: [string, string, string][] = [
      [m.coach_name(), "", m.field_required()],
      [m.coach_name(), "n".repeat(121), m.field_too_long_limit({ limit: 120 })],
      [m.step_label(), "4", m.between({ least: 5, most: 240 })],
      [m.notice_label(), "721", m.between({ least: 0, most: 720 })],
      [m.notice_label(), "", m.between({ least: 0, most: 720 })],
      [m.horizon_label(), "0", m.between({ least: 1, most: 1095 })],
      [m.max_label(), "101", m.between({ least: 1, most: 100 })],
    ];
    for (const [name, text, words] of wrong) {
      await fill(user, textbox(panel, name), text);
      await user.click(save());
      await expectRefused(textbox(panel, name), words);
    }
    await expectAccessible();
    expect(agenda.settings).toEqual(before);
  });

  it("general: what Rust refuses stands at its field", async () => {
    const names = ["name", "zone", "stepMin", "noticeMin", "horizonDays", "maxPerDay"];
    const { user, panel } = await openSettings("general", language, {
      updateSettings: names.map((field) => ({ field, problem: "unknown", limit: null })),
    });
    await fill(user, textbox(panel, m.coach_name()), "Camille M.");
    await user.click(within(panel).getAllByRole("button", { name: m.save() })[0] as HTMLElement);
    await expectRefused(within(panel).getByRole("combobox", { name: m.zone_label() }), m.field_unknown());
    for (const name of [m.coach_name(), m.step_label(), m.notice_label(), m.horizon_label(), m.max_label()]) {
      await expectRefused(textbox(panel, name), m.field_unknown());
    }
  });
});
