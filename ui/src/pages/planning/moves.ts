// Moving and resizing: done at once, told with an undo; a refusal puts it back and, where it can be, offers to insist.
import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Appointment, rescheduleAppointment } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { tellFailure, tellFailureWithChoice, tellWithUndo } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { instantOf, minutesBetween, msOf } from "@/time/zone";

export type Move = { appointment: Appointment; start: string; end: string; resized: boolean; revert: () => void };

const insistable = ["outside_hours", "inside_notice", "in_the_past", "beyond_horizon", "day_full"];
const whole = (instant: string) => instantOf(msOf(instant));

export function useMoves(onDone?: (id: string) => void) {
  const { mutate } = useMutation(rescheduleAppointment);
  const words = useTimeWords(useToday());
  return useCallback(
    (move: Move) => {
      const { appointment, start, end, resized, revert } = move;
      const durationMin = resized ? minutesBetween(start, end) : null;
      const attempt = (outsideRules: boolean) =>
        mutate([{ id: appointment.id, start: whole(start), durationMin, outsideRules }], {
          onSuccess: () => {
            onDone?.(appointment.id);
            tellWithUndo(
              resized
                ? m.resized({ name: appointment.person.name, when: words.range(start, end) })
                : m.moved({ name: appointment.person.name, when: words.moment(start) }),
              () => mutate([back(appointment)], { onSuccess: () => onDone?.(appointment.id) }),
            );
          },
          onError: (error) => {
            revert();
            const { code } = asFailure(error);
            if (insistable.includes(code)) {
              tellFailureWithChoice(failureWords(code), m.do_it_anyway(), () => attempt(true));
            } else if (code === "slot_taken" || code === "invalid_input") tellFailure(failureWords(code));
          },
        });
      attempt(false);
    },
    [mutate, words, onDone],
  );
}

function back(appointment: Appointment) {
  const durationMin = minutesBetween(appointment.start, appointment.end);
  return { id: appointment.id, start: appointment.start, durationMin, outsideRules: true };
}
