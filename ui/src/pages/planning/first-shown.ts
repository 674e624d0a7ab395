// Which hour of a day or week is at the top when it is opened; what is before it is scrolled to.
import type { Availability } from "@/api/availability";
import { minutesText } from "@/time/minutes";

/** An hour more than what is meant to be seen, so that one sees where it begins. */
const margin = 60;
/** The smallest window shows six hours. */
const reach = 240;

/**
 * The week's earliest opening, so that the working day is what one sees first; with the present (`nowMin`, null where
 * today is not shown), which comes first where both do not fit.
 */
export function firstShown(hours: Pick<Availability, "weekly"> | undefined, nowMin: number | null): string {
  const starts = hours ? Object.values(hours.weekly).flatMap((ranges) => ranges.map((range) => range.startMin)) : [];
  const opening = Math.min(...(starts.length > 0 ? starts : [480]));
  const first = nowMin === null ? opening : Math.max(Math.min(opening, nowMin), nowMin - reach + margin);
  return `${minutesText(Math.floor(Math.max(0, first - margin) / 60) * 60)}:00`;
}
