// Which cached reads a write (or the shell's own work) makes stale, from the topics that Rust declares.
import type { Query } from "@tanstack/react-query";
import { type Topic, topics } from "./bindings";

const reads = topics.reads as Record<string, readonly Topic[]>;
const writes = topics.writes as Record<string, readonly Topic[]>;

export function topicsOfWrite(command: string): readonly Topic[] {
  return writes[command] ?? [];
}

export function madeOf(stale: readonly Topic[]): (query: Pick<Query, "queryKey">) => boolean {
  return ({ queryKey }) => (reads[String(queryKey[0])] ?? []).some((topic) => stale.includes(topic));
}

const offers = ["getAvailableSlots", "getAvailableSlotsForPeriod"];

/** Whether a read tells what is free: nothing old is shown of that, not even until it is read anew. */
export function isOffer({ queryKey }: Pick<Query, "queryKey">): boolean {
  return offers.includes(String(queryKey[0]));
}
