// Calendars of others in words: how one is, and why it could not be read.
import { m } from "@/paraglide/messages.js";

type Trouble =
  | "unreachable"
  | "timed_out"
  | "refused"
  | "gone"
  | "server_failed"
  | "led_astray"
  | "too_large"
  | "not_a_calendar"
  | "cut_short"
  | "too_much";

const troubles: Record<Trouble, () => string> = {
  unreachable: m.feed_trouble_unreachable,
  timed_out: m.feed_trouble_timed_out,
  refused: m.feed_trouble_refused,
  gone: m.feed_trouble_gone,
  server_failed: m.feed_trouble_server_failed,
  led_astray: m.feed_trouble_led_astray,
  too_large: m.feed_trouble_too_large,
  not_a_calendar: m.feed_trouble_not_a_calendar,
  cut_short: m.feed_trouble_cut_short,
  too_much: m.feed_trouble_too_much,
};

export const troubleWords = (trouble: Trouble): string => troubles[trouble]();

type Told = { enabled: boolean; kind: "file" | "https"; goodAt: string | null; trouble: Trouble | null };

/** How a calendar is, in one line. */
export function feedStateWords({ enabled, kind, goodAt, trouble }: Told, moment: (at: string) => string): string {
  if (!enabled) return m.feed_off();
  if (!goodAt) return trouble ? m.feed_never_read() : m.feed_being_read();
  const when = moment(goodAt);
  if (kind === "file") return m.feed_file_read({ when });
  return trouble ? m.feed_old_copy({ when }) : m.feed_up_to_date({ when });
}
