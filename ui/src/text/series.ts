// Series in words: how one repeats, and what stands against one of its appointments.
import { m } from "@/paraglide/messages.js";

type Every = "week" | "two_weeks" | "month_on_date" | "month_on_weekday";
type Kind =
  | "taken"
  | "busy_elsewhere"
  | "day_full"
  | "beyond_horizon"
  | "closed"
  | "outside_hours"
  | "past"
  | "inside_notice";
export type ToldConflict = { kind: Kind; takenBy: { person: string } | null; closedFor: string | null };

const everies: Record<Every, () => string> = {
  week: m.every_week,
  two_weeks: m.every_two_weeks,
  month_on_date: m.every_month_on_date,
  month_on_weekday: m.every_month_on_weekday,
};

export const everyWords = (every: Every): string => everies[every]();

export function conflictWords({ kind, takenBy, closedFor }: ToldConflict): string {
  const words: Record<Kind, () => string> = {
    taken: () => (takenBy ? m.conflict_taken_by({ name: takenBy.person }) : m.conflict_taken_by_series()),
    busy_elsewhere: m.conflict_busy_elsewhere,
    day_full: m.conflict_day_full,
    beyond_horizon: m.conflict_beyond_horizon,
    closed: () => (closedFor ? m.conflict_closed_for({ label: closedFor }) : m.conflict_closed()),
    outside_hours: m.conflict_outside_hours,
    past: m.conflict_past,
    inside_notice: m.conflict_inside_notice,
  };
  return words[kind]();
}
