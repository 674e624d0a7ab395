// What the coach reads when something was refused: what happened, what it means, what to do.
import { m } from "@/paraglide/messages.js";
import { getLocale } from "@/paraglide/runtime.js";
import { localeOf } from "@/time/wording";

const words = {
  invalid_input: [m.failure_invalid_input, m.failure_invalid_input_do],
  not_found: [m.failure_not_found, m.failure_not_found_do],
  slot_taken: [m.failure_slot_taken, m.failure_slot_taken_do],
  series_conflicts: [m.failure_series_conflicts, m.failure_series_conflicts_do],
  busy_elsewhere: [m.failure_busy_elsewhere, m.failure_busy_elsewhere_do],
  calendar_unread: [m.failure_calendar_unread, m.failure_calendar_unread_do],
  calendar_not_read: [m.failure_calendar_not_read, m.failure_calendar_not_read_do],
  outside_hours: [m.failure_outside_hours, m.failure_outside_hours_do],
  inside_notice: [m.failure_inside_notice, m.failure_inside_notice_do],
  in_the_past: [m.failure_in_the_past, m.failure_in_the_past_do],
  beyond_horizon: [m.failure_beyond_horizon, m.failure_beyond_horizon_do],
  day_full: [m.failure_day_full, m.failure_day_full_do],
  not_allowed_now: [m.failure_not_allowed_now, m.failure_not_allowed_now_do],
  not_begun: [m.failure_not_begun, m.failure_not_begun_do],
  not_set_up: [m.failure_not_set_up, m.failure_not_set_up_do],
  key_not_set: [m.failure_key_not_set, m.failure_key_not_set_do],
  key_refused: [m.failure_key_refused, m.failure_key_refused_do],
  keyring_unavailable: [m.failure_keyring_unavailable, m.failure_keyring_unavailable_do],
  room_not_ready: [m.failure_room_not_ready, m.failure_room_not_ready_do],
  not_yet_open: [m.failure_not_yet_open, m.failure_not_yet_open_do],
  already_over: [m.failure_already_over, m.failure_already_over_do],
  daily_unreachable: [m.failure_daily_unreachable, m.failure_daily_unreachable_do],
  daily_refused: [m.failure_daily_refused, m.failure_daily_refused_do],
  browser_unavailable: [m.failure_browser_unavailable, m.failure_browser_unavailable_do],
  mail_unavailable: [m.failure_mail_unavailable, m.failure_mail_unavailable_do],
  no_email: [m.failure_no_email, m.failure_no_email_do],
  file_not_written: [m.failure_file_not_written, m.failure_file_not_written_do],
  file_not_read: [m.failure_file_not_read, m.failure_file_not_read_do],
  file_too_large: [m.failure_file_too_large, m.failure_file_too_large_do],
  not_a_client_file: [m.failure_not_a_client_file, m.failure_not_a_client_file_do],
  read_only: [m.failure_read_only, m.failure_read_only_do],
  disk_full: [m.failure_disk_full, m.failure_disk_full_do],
  database_newer: [m.failure_database_newer, m.failure_database_newer_do],
  database_damaged: [m.failure_database_damaged, m.failure_database_damaged_do],
  internal: [m.failure_internal, m.failure_internal_do],
} as const;

export type FailureCode = keyof typeof words;

// What happened, where it is known in which calendars.
const named = {
  busy_elsewhere: m.failure_busy_elsewhere_named,
  calendar_unread: m.failure_calendar_unread_named,
} as const;

/** `calendars`: those that stand against it, which are named then. */
export function failureWords(code: FailureCode, calendars: readonly string[] = []): { what: string; toDo: string } {
  // A newer shell may know a code that this window does not.
  const [what, toDo] = words[code] ?? words.internal;
  const about = calendars.length > 0 && code in named ? named[code as keyof typeof named] : null;
  return { what: about ? about({ names: listed(calendars) }) : what(), toDo: toDo() };
}

function listed(names: readonly string[]): string {
  const list = new Intl.ListFormat(localeOf(getLocale()), { type: "conjunction" });
  return list.format(names.map((name) => m.quoted({ name })));
}
