// Moving and resizing: done at once, told with an undo; a refusal puts it back and, where it can be, offers to insist.
import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Appointment, mayInsist, moveBack, rescheduleAppointment } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { tellFailureWithChoice, tellRefusal, tellWithUndo } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { instantOf, minutesBetween, msOf } from "@/time/zone";
import { overlapping } from "./standing";

/** Where an appointment is to stand; `resized`: it begins where it did and lasts otherwise. */
export type Span = { start: string; end: string; resized: boolean };
/** `stroke`: of several by which it is moved, each saved where the keys rest. */
export type Move = Span & { appointment: Appointment; stroke?: boolean; revert: () => void };

const whole = (instant: string) => instantOf(msOf(instant));

/** `shown`: those among which one may have the time. Resolves when the appointment stands where it was moved, or where it stood before. */
export function useMoves(shown: readonly Appointment[], onDone: (id: string) => void) {
  const { mutateAsync } = useMutation(rescheduleAppointment);
  const { mutateAsync: takeBack } = useMutation(moveBack);
  const words = useTimeWords(useToday());
  const takenWords = useTakenWords();
  return useCallback(
    async (move: Move): Promise<void> => {
      const { appointment, start, end, resized, stroke, revert } = move;
      const { name } = appointment.person;
      const durationMin = resized ? minutesBetween(start, end) : null;
      const done = () => onDone(appointment.id);
      const undo = () => takeBack([back(appointment)]).then(done, () => undefined);
      const attempt = async (outsideRules: boolean): Promise<void> => {
        try {
          await mutateAsync([{ id: appointment.id, start: whole(start), typeId: null, durationMin, outsideRules }]);
          const said = resized
            ? m.resized({ name, when: words.range(start, end) })
            : m.moved({ name, when: words.moment(start) });
          done();
          tellWithUndo(said, undo, stroke ? `${appointment.id} ${resized ? "resized" : "moved"}` : undefined);
        } catch (error) {
          revert();
          done();
          const { code, calendars } = asFailure(error);
          if (mayInsist({ code })) {
            tellFailureWithChoice(failureWords(code, calendars), m.do_it_anyway(), () => void attempt(true));
          } else if (code === "slot_taken") {
            const others = shown.filter(({ id }) => id !== appointment.id);
            tellRefusal(takenWords(overlapping(others, start, minutesBetween(start, end))));
          } else if (code === "invalid_input") tellRefusal(failureWords(code));
        }
      };
      await attempt(false);
    },
    [mutateAsync, takeBack, words, takenWords, shown, onDone],
  );
}

/** Why the time cannot be had. It is known by whom, unless what has it is not shown, or keeps it free around itself. */
export function useTakenWords() {
  const words = useTimeWords(useToday());
  return useCallback(
    (by: Appointment | undefined) => {
      const said = failureWords("slot_taken");
      if (!by) return said;
      const from = words.time(by.start);
      return { ...said, what: m.failure_slot_taken_by({ name: by.person.name, from, to: words.time(by.end) }) };
    },
    [words],
  );
}

function back(appointment: Appointment) {
  const durationMin = minutesBetween(appointment.start, appointment.end);
  return { id: appointment.id, start: appointment.start, typeId: null, durationMin, outsideRules: true };
}
