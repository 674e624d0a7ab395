// A series before it is made: what the coach chose to repeat, and each appointment with what became of it. Pure.
import type { Conflict, Occurrence, RepeatEvery, Repetition } from "@/api/appointments";

export type Repeat = {
  every: "never" | RepeatEvery;
  until: "times" | "date";
  /** What stands in the field, which may be empty while it is typed in. */
  count: number | string;
  date: string;
};

/** One appointment to be: where it stands now, and what stands against it there. */
export type Item = {
  /** Where the rule has it: its name, which moving does not change. */
  planned: string;
  start: string;
  end: string;
  conflict: Conflict | null;
  nearest: string | null;
  skipped: boolean;
  /** To be made although it is outside the hours, the notice or the horizon. */
  anyway: boolean;
};

export function repetitionOf({ every, until, count, date }: Repeat): Repetition | null {
  if (every === "never") return null;
  return { every, until: until === "times" ? { kind: "times", count: Number(count) } : { kind: "date", date } };
}

export const itemsOf = (occurrences: readonly Occurrence[]): Item[] =>
  occurrences.map(({ start, end, conflict, nearest }) => ({
    planned: start,
    start,
    end,
    conflict,
    nearest: nearest?.start ?? null,
    skipped: false,
    anyway: false,
  }));

export const kept = (items: readonly Item[]) => items.filter(({ skipped }) => !skipped);

/** Whether something still stands against it that was not answered. */
export const isOpen = ({ conflict, skipped, anyway }: Item): boolean =>
  conflict !== null && !skipped && !(anyway && conflict.mayPassOver);

export const unsettled = (items: readonly Item[]): boolean => items.some(isOpen) || kept(items).length === 0;

export const withItem = (items: readonly Item[], planned: string, change: Partial<Item>): Item[] =>
  items.map((item) => (item.planned === planned ? { ...item, ...change } : item));

/** What was just looked at, put to the kept ones in their order. */
export function withChecked(items: readonly Item[], checked: readonly Occurrence[]): Item[] {
  let place = 0;
  return items.map((item) => {
    if (item.skipped) return item;
    const found = checked[place++];
    return found ? { ...item, end: found.end, conflict: found.conflict } : item;
  });
}

/** What was refused when it was to be made, put to the kept ones by their place. */
export function withConflicts(
  items: readonly Item[],
  refused: readonly { index: number; conflict: Conflict }[],
): Item[] {
  const places = kept(items).map(({ planned }) => planned);
  return items.map((item) => {
    const found = refused.find(({ index }) => places[index] === item.planned);
    return found ? { ...item, conflict: found.conflict, anyway: false } : item;
  });
}

export const skipOpen = (items: readonly Item[]): Item[] =>
  items.map((item) => (isOpen(item) ? { ...item, skipped: true } : item));
