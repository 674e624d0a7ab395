// The four steps in order. Each may be gone back to; forward only as far as what is answered allows.
import { Button, UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { appointmentsOfClient, createAppointment } from "@/api/appointments";
import type { Configuration } from "@/api/configuration";
import { asFailure, type Failure } from "@/api/failure";
import { tell } from "@/components/notice";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import {
  type Booking,
  type Errors,
  placeOf,
  problemsOf,
  type Step,
  steps,
  toNewAppointment,
  usualType,
  withClient,
  withType,
} from "./booking";
import classes from "./booking-steps.module.css";
import { CheckStep } from "./check-step";
import { WhatStep } from "./what-step";
import { WhenStep } from "./when-step";
import { WhoStep } from "./who-step";

type Props = { initial: Booking; firstStep: Step; choices: Configuration; onChange: (booking: Booking) => void };

export function BookingSteps({ initial, firstStep, choices, onChange }: Props) {
  const { close } = useWindows();
  const words = useTimeWords(useToday());
  const [booking, setBooking] = useState(initial);
  const [step, setStep] = useState<Step>(firstStep);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const create = useMutation(createAppointment);
  const cache = useQueryClient();
  const keepStart = initial.choice.start !== null;
  const body = useRef<HTMLDivElement>(null);
  useFocusOnStep(body, step);

  const change = (next: Booking) => {
    setBooking(next);
    setErrors({});
    setRefusal(null);
    onChange(next);
  };
  /** To a step, unless one before it is not answered: then there, saying what is missing. */
  const go = (to: Step, now: Booking) => {
    for (const before of steps.slice(0, steps.indexOf(to))) {
      const problems = problemsOf(before, now);
      if (Object.keys(problems).length > 0) {
        setErrors(problems);
        setStep(before);
        return;
      }
    }
    setErrors({});
    setStep(to);
  };
  const next = (now: Booking) => {
    const following = steps[steps.indexOf(step) + 1] ?? "check";
    go(following === "when" && now.choice.start ? "check" : following, now);
  };
  const submit = (anyway: boolean) => {
    const input = toNewAppointment(booking, anyway);
    if (!input) return go("check", booking);
    create.mutate([input], {
      onSuccess: (made) => {
        tell(m.created({ name: made.person.name, when: words.moment(made.start) }));
        close();
      },
      onError: (error) => {
        const failure = asFailure(error);
        if (failure.fields.length === 0) return setRefusal(failure);
        setErrors(
          Object.fromEntries(
            failure.fields.map((f) => [placeOf(f.field).field, fieldProblemWords(f.problem, f.limit)]),
          ),
        );
        setStep(placeOf(failure.fields[0]?.field ?? "").step);
      },
    });
  };

  const shared = { booking, onChange: change, errors };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (step === "check") submit(false);
        else next(booking);
      }}
    >
      <StepList step={step} booking={booking} onGo={(to) => go(to, booking)} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on from the step that was just reached */}
      <div
        ref={body}
        className={classes.body}
        tabIndex={-1}
        data-autofocus={firstStep !== "who" || undefined}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.target === event.currentTarget)
            body.current?.closest("form")?.requestSubmit();
        }}
      >
        {step === "who" && (
          <WhoStep
            {...shared}
            onChosen={async (client) => {
              const past = await cache.fetchQuery(appointmentsOfClient(client.id)).catch(() => []);
              const same = booking.who.kind === "client" && booking.who.client?.id === client.id;
              const type = same ? undefined : usualType(past, choices.types);
              const now = withClient(type ? withType(booking, type, keepStart) : booking, client);
              change(now);
              next(now);
            }}
          />
        )}
        {step === "what" && <WhatStep {...shared} choices={choices} keepStart={keepStart} />}
        {step === "when" && (
          <WhenStep
            {...shared}
            onChosen={(now) => {
              change(now);
              go("check", now);
            }}
          />
        )}
        {step === "check" && (
          <CheckStep
            booking={booking}
            choices={choices}
            refusal={refusal}
            onGo={setStep}
            onAnyway={() => submit(true)}
          />
        )}
      </div>
      <div className={classes.foot}>
        <Button
          variant="default"
          disabled={step === "who"}
          onClick={() => setStep(steps[Math.max(0, steps.indexOf(step) - 1)] as Step)}
        >
          {m.back()}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {step === "check" ? m.create_appointment() : m.continue()}
        </Button>
      </div>
    </form>
  );
}

/** The step that was reached has the focus, so that reading goes on there; the first one puts it into its field. */
function useFocusOnStep(body: RefObject<HTMLDivElement | null>, step: Step) {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (!body.current?.contains(document.activeElement)) body.current?.focus({ preventScroll: true });
    body.current?.closest("form")?.scrollIntoView({ block: "start" });
  }, [body, step]);
}

function StepList({ step, booking, onGo }: { step: Step; booking: Booking; onGo: (step: Step) => void }) {
  const names: Record<Step, string> = {
    who: m.step_who(),
    what: m.step_what(),
    when: m.step_when(),
    check: m.step_check(),
  };
  const answered = (one: Step) => one !== "check" && Object.keys(problemsOf(one, booking)).length === 0;
  return (
    <ol className={classes.steps} aria-label={m.steps_label()}>
      {steps.map((one, index) => {
        const reachable = steps.slice(0, index).every(answered);
        const done = answered(one) && one !== step;
        return (
          <li key={one}>
            <UnstyledButton
              className={`${classes.step} ${done ? classes.done : ""}`}
              aria-current={one === step ? "step" : undefined}
              disabled={!reachable}
              onClick={() => onGo(one)}
            >
              <span aria-hidden>{done ? <IconCheck size={14} stroke={2.5} /> : index + 1}</span>
              {names[one]}
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
