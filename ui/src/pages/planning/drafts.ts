// Moving by keys takes several presses: the appointment is drawn where it is going, and saved once the keys rest.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Appointment } from "@/api/appointments";
import type { Move, Span } from "./moves";

export type Draft = Pick<Move, keyof Span | "appointment" | "stroke">;
const restMs = 500;

/** `draft` is what is drawn and not saved yet, until the save was answered. `drop` does not wait for more. */
export function useDraft(save: (move: Move) => Promise<void>) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const waiting = useRef<{ draft: Draft; timer: number } | null>(null);
  const latest = useRef(save);
  latest.current = save;

  const settle = useCallback(() => {
    if (!waiting.current) return;
    const { draft: settled, timer } = waiting.current;
    window.clearTimeout(timer);
    waiting.current = null;
    const leave = () => setDraft((now) => (now === settled ? null : now));
    void latest.current({ ...settled, revert: leave }).then(leave);
  }, []);
  const put = useCallback(
    (next: Draft) => {
      if (waiting.current && waiting.current.draft.appointment.id !== next.appointment.id) settle();
      if (waiting.current) window.clearTimeout(waiting.current.timer);
      const resized = next.resized || (waiting.current?.draft.resized ?? false);
      const kept = { ...next, resized };
      waiting.current = { draft: kept, timer: window.setTimeout(settle, restMs) };
      setDraft(kept);
    },
    [settle],
  );
  const drop = useCallback(
    (next: Draft) => {
      put(next);
      settle();
    },
    [put, settle],
  );
  useEffect(() => settle, [settle]);
  return useMemo(() => ({ draft, put, drop }), [draft, put, drop]);
}

export function drawnWith(draft: Draft | null, appointments: readonly Appointment[]): readonly Appointment[] {
  if (!draft) return appointments;
  const { appointment, start, end } = draft;
  return appointments.map((one) => (one.id === appointment.id ? { ...one, start, end } : one));
}
