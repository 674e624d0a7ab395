import type { Exception } from "@/api/availability";
import { m } from "@/paraglide/messages.js";
import { minutesText } from "@/time/minutes";

export const spanWords = ({ from, to }: { from: string; to: string }, date: (date: string) => string): string =>
  from === to ? date(from) : m.span({ from: date(from), to: date(to) });

export const hoursWords = ({ ranges }: Pick<Exception, "ranges">): string =>
  ranges.length === 0
    ? m.closed()
    : ranges.map(({ startMin, endMin }) => `${minutesText(startMin)} – ${minutesText(endMin)}`).join(", ");
