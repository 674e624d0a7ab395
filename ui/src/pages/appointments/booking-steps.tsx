// The four steps in order. Each may be gone back to; forward only as far as what is answered allows.
import { Button, Text, UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import {
  appointmentsOfClient,
  cancelAppointment,
  cancelSeries,
  createAppointment,
  createSeries,
  isAboutTime,
} from "@/api/appointments";
import type { Client } from "@/api/clients";
import type { Configuration } from "@/api/configuration";
import { asFailure, type Failure } from "@/api/failure";
import { usualType } from "@/api/usual-type";
import { useFirstWrong } from "@/components/first-wrong";
import { tellWithUndo } from "@/components/notice";
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
  stepsOf,
  toNewAppointment,
  toNewSeries,
  withClient,
  withType,
} from "./booking";
import classes from "./booking-steps.module.css";
import { CheckStep } from "./check-step";
import { useNewClient } from "./new-client";
import { kept, withConflicts } from "./series";
import { SeriesStep } from "./series-step";
import { WhatStep } from "./what-step";
import { WhenStep } from "./when-step";
import { WhoStep } from "./who-step";

type Props = {
  initial: Booking;
  firstStep: Step;
  choices: Configuration;
  onChange: (booking: Booking) => void;
  onTyping: (typing: boolean) => void;
};

export function BookingSteps({ initial, firstStep, choices, onChange, onTyping }: Props) {
  const { close } = useWindows();
  const words = useTimeWords(useToday());
  const [booking, setBooking] = useState(initial);
  const [step, setStep] = useState<Step>(firstStep);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const create = useMutation(createAppointment);
  const createAll = useMutation(createSeries);
  const cancel = useMutation(cancelAppointment);
  const cancelAll = useMutation(cancelSeries);
  const [tried, setTried] = useState(false);
  const cache = useQueryClient();
  const knownPerson = initial.who.kind === "client" && initial.who.client !== null;
  const keepStart = initial.choice.start !== null;
  const body = useRef<HTMLDivElement>(null);
  useFocusOnStep(body, step);
  const { form } = useFirstWrong();

  const change = (next: Booking) => {
    setBooking(next);
    setErrors({});
    setRefusal(null);
    setTried(false);
    onChange(next);
  };
  /** To a step, unless one before it is not answered: then there, saying what is missing. */
  const go = (to: Step, now: Booking) => {
    const steps = stepsOf(now);
    for (const before of steps.slice(0, steps.indexOf(to))) {
      const problems = problemsOf(before, now);
      if (Object.keys(problems).length > 0) {
        setErrors(problems);
        setTried(before === "series" && step === "series");
        setStep(before);
        return;
      }
    }
    setErrors({});
    setStep(to);
  };
  const next = (now: Booking) => {
    const steps = stepsOf(now);
    const at = steps.indexOf(step) + 1;
    go(steps[steps[at] === "when" && now.choice.start && step === "what" ? at + 1 : at] ?? "check", now);
  };
  const back = () => {
    const steps = stepsOf(booking);
    setStep(steps[Math.max(0, steps.indexOf(step) - 1)] as Step);
  };
  const choose = async (client: Client) => {
    const past = await cache.fetchQuery(appointmentsOfClient(client.id)).catch(() => []);
    const same = booking.who.kind === "client" && booking.who.client?.id === client.id;
    const type = same ? undefined : usualType(past, choices.types);
    const now = withClient(type ? withType(booking, type, keepStart) : booking, client);
    change(now);
    next(now);
  };
  const newClient = useNewClient(choose, onTyping);
  const adding = newClient.adding && step === "who" && booking.who.kind === "client";
  const refuse = (error: Error) => {
    const failure = asFailure(error);
    if (failure.code === "series_conflicts") {
      change({ ...booking, items: booking.items && withConflicts(booking.items, failure.conflicts) });
      setStep("series");
      setRefusal(failure);
      return;
    }
    // What has nothing to do with the appointment is told at the edge of the window.
    if (failure.fields.length === 0) return setRefusal(isAboutTime(failure) ? failure : null);
    setErrors(
      Object.fromEntries(failure.fields.map((f) => [placeOf(f.field).field, fieldProblemWords(f.problem, f.limit)])),
    );
    setStep(placeOf(failure.fields[0]?.field ?? "").step);
  };
  const submitSeries = () => {
    const input = toNewSeries(booking);
    if (!input) return go("check", booking);
    createAll.mutate([input], {
      onSuccess: (made) => {
        const [first] = made;
        const said = m.created_series({ name: first?.person.name ?? "", count: made.length });
        tellWithUndo(said, () => first && cancelAll.mutate([first.id, "all", m.created_by_mistake()]));
        close();
      },
      onError: refuse,
    });
  };
  const submit = (anyway: boolean) => {
    if (booking.repeat.every !== "never") return submitSeries();
    const input = toNewAppointment(booking, anyway);
    if (!input) return go("check", booking);
    create.mutate([input], {
      onSuccess: (made) => {
        const said = m.created({ name: made.person.name, when: words.moment(made.start) });
        tellWithUndo(said, () => cancel.mutate([made.id, m.created_by_mistake()]));
        close();
      },
      onError: refuse,
    });
  };

  // What it was opened with, as it is by now. The last step says it all.
  const { who, choice } = booking;
  const person = knownPerson && who.kind === "client" && who.client?.name;
  const about = [person, keepStart && choice.start && words.moment(choice.start)].filter(Boolean);
  const shared = { booking, onChange: change, errors };
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (adding) newClient.save();
        else if (step === "check") submit(false);
        else next(booking);
      }}
    >
      {about.length > 0 && step !== "check" && (
        <Text c="dimmed" className={`first-capital ${classes.about}`}>
          {about.join(" · ")}
        </Text>
      )}
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
        {step === "who" && <WhoStep {...shared} newClient={newClient} onChosen={choose} />}
        {step === "what" && <WhatStep {...shared} choices={choices} keepStart={keepStart} />}
        {step === "when" && (
          <WhenStep
            {...shared}
            onChosen={(now) => {
              change(now);
              if (now.repeat.every === "never") go("check", now);
            }}
          />
        )}
        {step === "series" && <SeriesStep booking={booking} refused={tried} refusal={refusal} onChange={change} />}
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
        <Button variant="default" disabled={step === "who" && !adding} onClick={adding ? newClient.end : back}>
          {adding ? m.back_to_search() : m.back()}
        </Button>
        <Button type="submit" loading={create.isPending || createAll.isPending || newClient.pending}>
          {adding && m.add_client_and_continue()}
          {!adding && (step === "check" ? <CreateLabel booking={booking} /> : m.continue())}
        </Button>
      </div>
    </form>
  );
}

function CreateLabel({ booking: { repeat, items } }: { booking: Booking }) {
  return repeat.every === "never" || !items ? m.create_appointment() : m.create_series({ count: kept(items).length });
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
    series: m.step_series(),
    check: m.step_check(),
  };
  const steps = stepsOf(booking);
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
              <span aria-hidden>{done ? <IconCheck size={14} stroke={2.4} /> : index + 1}</span>
              {names[one]}
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
