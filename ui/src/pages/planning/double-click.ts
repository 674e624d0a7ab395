// Two clicks on empty time of the week and the day. The page tells them itself: the calendar drops a second click that
// comes while it is still putting the first one away. A month, which is ours, hears its own.
import type { MouseEvent } from "react";
import type { BookingStart } from "@/components/windows";
import { useCivil } from "@/time/civil";
import { instantAt } from "@/time/zone";
import { placeAt } from "./place-at";

export function useDoubleClick(stepMin: number, onCreate: (at: BookingStart) => void) {
  const { zone } = useCivil();
  return ({ target, clientY }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest("[data-appointment]")) return;
    const place = placeAt(target, clientY, Math.min(stepMin, 30));
    if (place && place.minutes !== null) onCreate({ start: instantAt(place.date, place.minutes, zone) });
  };
}
