// The ranges of a day while they are being typed: an end may still be missing.

import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";

export type DraftRange = { key: number; startMin: number | null; endMin: number | null };
type Range = { startMin: number; endMin: number };

let lastKey = 0;
export const draftOf = ({ startMin, endMin }: Range): DraftRange => ({ key: ++lastKey, startMin, endMin });

/** After the last range, an hour later; 9 to 12 on a day without any. */
export function nextRange(ranges: readonly DraftRange[]): DraftRange {
  const last = Math.max(...ranges.map((range) => range.endMin ?? 0), 0);
  if (last === 0) return draftOf({ startMin: 540, endMin: 720 });
  const startMin = Math.min(last + 60, 1380);
  return draftOf({ startMin, endMin: Math.min(startMin + 180, 1440) });
}

/** What is wrong with each range, by its place; an empty object where all is right. */
export function rangeProblems(ranges: readonly DraftRange[]): Record<number, string> {
  const problems: Record<number, string> = {};
  ranges.forEach(({ startMin, endMin }, index) => {
    if (startMin === null || endMin === null) problems[index] = fieldProblemWords("required");
    else if (endMin <= startMin) problems[index] = m.range_backwards();
    else if (ranges.slice(0, index).some((other) => overlaps(other, { startMin, endMin }))) {
      problems[index] = fieldProblemWords("overlaps");
    }
  });
  return problems;
}

function overlaps(a: DraftRange, b: Range): boolean {
  return a.startMin !== null && a.endMin !== null && a.startMin < b.endMin && b.startMin < a.endMin;
}

export function settled(ranges: readonly DraftRange[]): Range[] {
  return ranges
    .flatMap(({ startMin, endMin }) => (startMin === null || endMin === null ? [] : [{ startMin, endMin }]))
    .toSorted((a, b) => a.startMin - b.startMin);
}
