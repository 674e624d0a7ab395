import { byStart } from "@/time/zone";
import type { AppointmentType, Status } from "./bindings";

/** What a client usually comes for: the type of their latest appointment that was not cancelled, while it is on offer. */
export function usualType(
  past: readonly { typeId: string; status: Status; start: string }[],
  types: readonly AppointmentType[],
): AppointmentType | undefined {
  const latest = past
    .filter(({ status }) => status !== "cancelled")
    .toSorted(byStart)
    .at(-1);
  return types.find(({ id }) => id === latest?.typeId);
}
