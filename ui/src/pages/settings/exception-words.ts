import type { Exception } from "@/api/availability";
import { m } from "@/paraglide/messages.js";

export const spanWords = ({ from, to }: { from: string; to: string }, date: (date: string) => string): string =>
  from === to ? date(from) : m.span({ from: date(from), to: date(to) });

export const hoursWords = ({ ranges }: Pick<Exception, "ranges">, clock: (minutes: number) => string): string =>
  ranges.length === 0
    ? m.closed()
    : ranges.map(({ startMin, endMin }) => `${clock(startMin)} – ${clock(endMin)}`).join(", ");
