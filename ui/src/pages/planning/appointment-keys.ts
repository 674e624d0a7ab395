// Keys on the focused appointment: arrows go to the next, Alt moves it, Alt and Shift change its length, Delete asks to
// cancel it. Enter opens it, which the calendar does itself.
import { type KeyboardEvent, useState } from "react";
import type { Appointment } from "@/api/appointments";
import { useWindows } from "@/components/windows";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import type { Draft } from "./drafts";
import { appointmentAt, focusAppointment, spanOfKey } from "./keyboard-moves";
import { neighbourOf } from "./neighbours";

type Given = {
  drawn: readonly Appointment[];
  draft: Draft | null;
  put: (draft: Draft) => void;
  stepMin: number;
};

export function useAppointmentKeys({ drawn, draft, put, stepMin }: Given) {
  const { zone } = useCivil();
  const words = useTimeWords(useToday());
  const { openAppointment } = useWindows();
  const [said, setSaid] = useState("");

  const onKeyDown = (event: KeyboardEvent) => {
    const at = drawn.find(({ id }) => id === appointmentAt(event.target));
    if (!at || event.ctrlKey || event.metaKey) return;
    const span = spanOfKey(event, at, stepMin, zone);
    if (span && at.status === "scheduled") {
      const appointment = draft?.appointment.id === at.id ? draft.appointment : at;
      put({ ...span, appointment, stroke: true });
      setSaid(`${words.dateOf(span.start)}, ${words.range(span.start, span.end)}`);
      focusAppointment(at.id);
    } else if (event.key === "Delete" && at.status === "scheduled") openAppointment(at.id, "cancel");
    else {
      // A month hides some of a full day: the arrows pass over what cannot be seen.
      const seen = drawn.filter(({ id }) => elementOf(id) !== null);
      const next = event.altKey || event.shiftKey ? null : neighbourOf(event.key, at.id, seen, zone);
      if (!next) return;
      focusNow(next);
    }
    event.preventDefault();
  };
  return { onKeyDown, said };
}

const elementOf = (id: string) => document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(id)}"]`);

function focusNow(id: string) {
  const element = elementOf(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}
