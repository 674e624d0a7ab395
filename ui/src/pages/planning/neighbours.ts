// Where an arrow leads from one appointment to the next: up and down in order of time, left and right to the nearest
// hour of the closest other day that has any.
import { byStart, dateIn, minutesIn } from "@/time/zone";

type Placed = { id: string; start: string };

export function neighbourOf(key: string, id: string, appointments: readonly Placed[], zone: string): string | null {
  const inOrder = appointments.toSorted(byStart);
  const at = inOrder.findIndex((one) => one.id === id);
  const here = inOrder[at];
  if (!here) return null;
  const ways: Record<string, () => Placed | undefined> = {
    ArrowUp: () => inOrder[at - 1],
    ArrowDown: () => inOrder[at + 1],
    ArrowLeft: () => beside(here, inOrder.slice(0, at).reverse(), zone),
    ArrowRight: () => beside(here, inOrder.slice(at + 1), zone),
    Home: () => inOrder[0],
    End: () => inOrder.at(-1),
  };
  return ways[key]?.()?.id ?? null;
}

/** `others` are in order of nearness: the first of another day decides which day it is. */
function beside(here: Placed, others: readonly Placed[], zone: string): Placed | undefined {
  const day = dateIn(here.start, zone);
  const next = others.find((one) => dateIn(one.start, zone) !== day);
  if (!next) return undefined;
  const minutes = minutesIn(here.start, zone);
  const far = (one: Placed) => Math.abs(minutesIn(one.start, zone) - minutes);
  return others
    .filter((one) => dateIn(one.start, zone) === dateIn(next.start, zone))
    .toSorted((a, b) => far(a) - far(b))[0];
}
