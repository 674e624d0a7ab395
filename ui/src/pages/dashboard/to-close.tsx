// Appointments that are over and still open: one line each, told to have taken place or not.
import { Button, Text, Title, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type Appointment, completeAppointment, markNoShow, reopenAppointment } from "@/api/appointments";
import { ignored, tellWithUndo } from "@/components/notice";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import classes from "./to-close.module.css";

/** So many are seen at once; the others when asked for. */
const few = 5;

export function ToClose({ appointments }: { appointments: readonly Appointment[] }) {
  const [all, setAll] = useState(false);
  const rest = appointments.length - few;
  const { list, onAnswer } = useNextLine(appointments);
  return (
    <section className={classes.group} aria-labelledby="to-close-title">
      <Title order={3} id="to-close-title">
        {m.attention_to_close()}
      </Title>
      <ul ref={list} className={classes.list}>
        {appointments.slice(0, all || rest === 1 ? undefined : few).map((one) => (
          <Line key={one.id} appointment={one} onAnswer={onAnswer} />
        ))}
      </ul>
      {!all && rest > 1 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {m.attention_more({ count: rest })}
        </Button>
      )}
    </section>
  );
}

/** The line goes with its answer, and the focus with it: the same answer of the line that takes its place has it then. */
function useNextLine(appointments: readonly Appointment[]) {
  const list = useRef<HTMLUListElement>(null);
  const answered = useRef<{ line: number; button: number } | null>(null);
  const onAnswer = (pressed: HTMLElement) => {
    const line = linesOf(list.current).findIndex((buttons) => buttons.includes(pressed));
    answered.current = { line, button: linesOf(list.current)[line]?.indexOf(pressed) ?? 0 };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when a line went
  useEffect(() => {
    const before = answered.current;
    if (!before) return;
    answered.current = null;
    const lines = linesOf(list.current);
    if (document.activeElement === document.body) (lines[before.line] ?? lines.at(-1))?.[before.button]?.focus();
  }, [appointments.length]);
  return { list, onAnswer };
}

/** Of each line its buttons. */
const linesOf = (list: HTMLElement | null): HTMLElement[][] =>
  [...(list?.children ?? [])].map((line) => [...line.querySelectorAll("button")]);

type LineProps = { appointment: Appointment; onAnswer: (pressed: HTMLElement) => void };

function Line({ appointment, onAnswer }: LineProps) {
  const words = useTimeWords(useToday());
  const { openAppointment } = useWindows();
  const complete = useMutation(completeAppointment);
  const absent = useMutation(markNoShow);
  const reopen = useMutation(reopenAppointment);
  const { id, person, start } = appointment;
  const { name } = person;
  const undo = () => reopen.mutate([id]);
  const answers = [
    { words: m.complete(), way: complete, done: m.completed({ name }) },
    { words: m.absent(), way: absent, done: m.marked_absent({ name }) },
  ];
  return (
    <li className={classes.line}>
      <UnstyledButton className={classes.who} onClick={() => openAppointment(id)}>
        <Text span fw={550} className={classes.name}>
          {name}
        </Text>{" "}
        <Text span size="sm" c="dimmed" className={`first-capital ${classes.when}`}>
          {words.moment(start)}
        </Text>
      </UnstyledButton>
      {answers.map(({ words: answer, way, done }) => (
        <Button
          key={answer}
          size="compact-sm"
          variant="default"
          loading={way.isPending}
          aria-label={m.named_action({ action: answer, name })}
          // A promise: the line goes with the answer, and what is gone is told nothing.
          onClick={(event) => {
            onAnswer(event.currentTarget);
            way.mutateAsync([id]).then(() => tellWithUndo(done, undo), ignored);
          }}
        >
          {answer}
        </Button>
      ))}
    </li>
  );
}
