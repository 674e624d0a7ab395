import { ActionIcon, Button, Group, NumberInput, Select, Switch, Text } from "@mantine/core";
import { IconBell, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { asFailure } from "@/api/failure";
import { type Settings, settings } from "@/api/session";
import { Empty } from "@/components/empty";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { useChangeSettings } from "./change-settings";
import { Loaded } from "./loaded";
import { Section } from "./section";
import classes from "./settings.module.css";

export function RemindersTab() {
  const found = useQuery(settings);
  return <Loaded of={found}>{(now) => <Reminders settings={now} />}</Loaded>;
}

function Reminders({ settings }: { settings: Settings }) {
  const words = useTimeWords(useToday());
  const { change } = useChangeSettings(settings);
  const offsets = settings.reminderOffsetsMin.toSorted((a, b) => b - a);
  return (
    <>
      <Section title={m.reminders_title()} hint={m.reminders_hint()}>
        {offsets.length === 0 && <Empty icon={<IconBell size={30} stroke={1.4} />} title={m.reminders_empty()} />}
        <ul className={classes.list} aria-label={m.reminders_title()}>
          {offsets.map((minutes) => {
            const name = minutes === 0 ? m.reminder_at_start() : m.reminder_before({ time: words.duration(minutes) });
            return (
              <li key={minutes} className={classes.item}>
                <Text className={classes.grow}>{name}</Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={m.delete_named({ name })}
                  onClick={() => change({ reminderOffsetsMin: offsets.filter((one) => one !== minutes) })}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        <NewReminder offsets={offsets} onAdd={(next, onError) => change({ reminderOffsetsMin: next }, onError)} />
      </Section>
      <Section title={m.privacy_title()}>
        <Switch
          label={m.hide_names()}
          description={m.hide_names_hint()}
          checked={settings.hideNames}
          onChange={(event) => change({ hideNames: event.currentTarget.checked })}
        />
      </Section>
    </>
  );
}

type NewProps = { offsets: number[]; onAdd: (offsets: number[], onError: (error: Error) => void) => void };
const units = { minutes: 1, hours: 60, days: 1440 } as const;
const most = 20_160;

function NewReminder({ offsets, onAdd }: NewProps) {
  const [amount, setAmount] = useState<number | string>(24);
  const [unit, setUnit] = useState<keyof typeof units>("hours");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typeof amount !== "number") return setProblem(fieldProblemWords("required"));
    const minutes = Math.round(amount * units[unit]);
    if (minutes < 0 || minutes > most) return setProblem(m.reminder_too_far());
    if (offsets.includes(minutes)) return setProblem(m.reminder_exists());
    onAdd([...offsets, minutes], (error) => {
      const field = asFailure(error).fields[0];
      if (field) setProblem(fieldProblemWords(field.problem, field.limit));
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <NumberInput
        mt="sm"
        label={m.reminder_new()}
        value={amount}
        onChange={(next) => {
          setAmount(next);
          setProblem(null);
        }}
        min={0}
        allowDecimal={false}
        error={problem}
        inputContainer={(input) => (
          <Group>
            <div className={classes.amount}>{input}</div>
            <Select
              aria-label={m.unit_label()}
              data={[
                { value: "minutes", label: m.unit_minutes() },
                { value: "hours", label: m.unit_hours() },
                { value: "days", label: m.unit_days() },
              ]}
              value={unit}
              allowDeselect={false}
              onChange={(next) => next && setUnit(next as keyof typeof units)}
              w={140}
            />
            <Button type="submit" variant="default">
              {m.add()}
            </Button>
          </Group>
        )}
      />
    </form>
  );
}
