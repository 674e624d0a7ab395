import { ActionIcon, Button, Group, Menu, Tooltip } from "@mantine/core";
import { IconCopy, IconPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { replaceWeeklyHours, type WeeklyHours } from "@/api/availability";
import { asFailure } from "@/api/failure";
import { useFirstWrong } from "@/components/first-wrong";
import { tell } from "@/components/notice";
import { Unsaved } from "@/components/unsaved";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { useCivil, useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { type Weekday, weekdays } from "@/time/zone";
import { type DraftRange, draftOf, nextRange, rangeProblems, settled } from "./day-ranges";
import { RangesEditor } from "./ranges-editor";
import { Section } from "./section";
import classes from "./settings.module.css";

type Draft = Record<Weekday, DraftRange[]>;
type Problems = Partial<Record<Weekday, Record<number, string>>>;

const draftOfWeek = (weekly: WeeklyHours) =>
  Object.fromEntries(weekdays.map((day) => [day, weekly[day].map(draftOf)])) as Draft;

export function WeeklyEditor({ weekly }: { weekly: WeeklyHours }) {
  const { firstWeekday } = useCivil();
  const [draft, setDraft] = useState<Draft>(() => draftOfWeek(weekly));
  const [problems, setProblems] = useState<Problems>({});
  const [dirty, setDirty] = useState(false);
  const save = useMutation(replaceWeeklyHours);
  const { form } = useFirstWrong();
  const change = (next: Draft) => {
    setDraft(next);
    setDirty(true);
    setProblems({});
  };
  const submit = () => {
    const wrong = Object.fromEntries(
      weekdays
        .map((day) => [day, rangeProblems(draft[day])] as const)
        .filter(([, found]) => Object.keys(found).length > 0),
    ) as Problems;
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    const hours = Object.fromEntries(weekdays.map((day) => [day, settled(draft[day])])) as WeeklyHours;
    // A promise: the hours that were saved draw the editor anew, and what is gone is told nothing more.
    save.mutateAsync([hours]).then(
      () => {
        setDirty(false);
        tell(m.saved());
      },
      (error) => setProblems(problemsFrom(asFailure(error).fields)),
    );
  };
  const from = weekdays.indexOf(firstWeekday);
  const order = [...weekdays.slice(from), ...weekdays.slice(0, from)];
  return (
    <Section title={m.weekly_title()} hint={m.weekly_hint()}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {order.map((day) => (
          <Day
            key={day}
            day={day}
            order={order}
            ranges={draft[day]}
            problems={problems[day] ?? {}}
            onChange={(ranges) => change({ ...draft, [day]: ranges })}
            onCopy={(to) => {
              const copies = Object.fromEntries(to.map((other) => [other, settled(draft[day]).map(draftOf)]));
              change({ ...draft, ...copies });
            }}
          />
        ))}
        <Group justify="flex-end" mt="sm">
          {dirty && (
            <Button
              variant="default"
              onClick={() => {
                setDraft(draftOfWeek(weekly));
                setDirty(false);
                setProblems({});
              }}
            >
              {m.cancel()}
            </Button>
          )}
          <Button type="submit" disabled={!dirty} loading={save.isPending}>
            {m.save_hours()}
          </Button>
        </Group>
        <Unsaved changed={dirty && !save.isPending} />
      </form>
    </Section>
  );
}

type DayProps = {
  day: Weekday;
  order: readonly Weekday[];
  ranges: DraftRange[];
  problems: Record<number, string>;
  onChange: (ranges: DraftRange[]) => void;
  onCopy: (to: Weekday[]) => void;
};

const working: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri"];

function Day({ day, order, ranges, problems, onChange, onCopy }: DayProps) {
  const words = useTimeWords(useToday());
  const nameOf = (one: Weekday) => words.weekday(weekdays.indexOf(one));
  const name = nameOf(day);
  return (
    <fieldset className={classes.day} aria-label={name}>
      <span className={`${classes.dayName} first-capital`} style={{ display: "block" }} aria-hidden>
        {name}
      </span>
      <RangesEditor owner={name} ranges={ranges} problems={problems} onChange={onChange} />
      <div className={classes.tools}>
        <Tooltip label={m.range_add_tip()}>
          <ActionIcon
            variant="subtle"
            size={34}
            aria-label={m.range_add_to({ owner: name })}
            onClick={() => onChange([...ranges, nextRange(ranges)])}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={34} aria-label={m.copy_day({ day: name })}>
              <IconCopy size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{m.copy_day({ day: name })}</Menu.Label>
            <Menu.Item onClick={() => onCopy(working.filter((other) => other !== day))}>
              {m.copy_to_working_days()}
            </Menu.Item>
            <Menu.Item onClick={() => onCopy(weekdays.filter((other) => other !== day))}>
              {m.copy_to_all_days()}
            </Menu.Item>
            <Menu.Divider />
            {order
              .filter((other) => other !== day)
              .map((other) => (
                <Menu.Item key={other} onClick={() => onCopy([other])} className="first-capital">
                  {nameOf(other)}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </fieldset>
  );
}

/** "weekly.mon.1" → the second range of Monday. */
function problemsFrom(
  fields: readonly { field: string; problem: Parameters<typeof fieldProblemWords>[0]; limit: number | null }[],
) {
  const problems: Problems = {};
  for (const { field, problem, limit } of fields) {
    const [, day, index] = field.split(".");
    if (day)
      problems[day as Weekday] = {
        ...problems[day as Weekday],
        [Number(index ?? 0)]: fieldProblemWords(problem, limit),
      };
  }
  return problems;
}
