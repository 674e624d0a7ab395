import { ActionIcon, Button, Group, NumberInput, Select, Text } from "@mantine/core";
import { IconBell, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { asFailure } from "@/api/failure";
import { Empty } from "@/components/empty";
import { useFirstWrong } from "@/components/first-wrong";
import { m } from "@/paraglide/messages.js";
import { fieldProblemWords } from "@/text/field-problem";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import classes from "./settings.module.css";

type Change = (offsets: number[], onError?: (error: Error) => void) => void;
type Props = { label: string; empty: string; offsets: readonly number[]; onChange: Change };

const units = { minutes: 1, hours: 60, days: 1440 } as const;
const furthest = 20_160;
const most = 8;

/** How long before an appointment to remind, the furthest first. */
export function OffsetsEditor({ label, empty, offsets: given, onChange }: Props) {
  const words = useTimeWords(useToday());
  const offsets = given.toSorted((a, b) => b - a);
  return (
    <>
      {offsets.length === 0 && <Empty icon={<IconBell size={30} stroke={1.4} />} title={empty} />}
      <ul className={classes.list} aria-label={label}>
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
                onClick={() => onChange(offsets.filter((one) => one !== minutes))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <NewOffset offsets={offsets} onAdd={(next, onError) => onChange([...offsets, next], onError)} />
    </>
  );
}

type NewProps = { offsets: number[]; onAdd: (minutes: number, onError: (error: Error) => void) => void };

function NewOffset({ offsets, onAdd }: NewProps) {
  const [amount, setAmount] = useState<number | string>(24);
  const [unit, setUnit] = useState<keyof typeof units>("hours");
  const [problem, setProblem] = useState<string | null>(null);
  const { form: place, look } = useFirstWrong<HTMLDivElement>();
  const add = () => {
    look();
    if (typeof amount !== "number") return setProblem(fieldProblemWords("required"));
    const minutes = Math.round(amount * units[unit]);
    if (minutes < 0 || minutes > furthest) return setProblem(m.reminder_too_far());
    if (offsets.includes(minutes)) return setProblem(m.reminder_exists());
    if (offsets.length >= most) return setProblem(m.reminder_too_many({ most }));
    onAdd(minutes, (error) => {
      const field = asFailure(error).fields[0];
      if (field) setProblem(fieldProblemWords(field.problem, field.limit));
    });
  };
  // Not a form of its own: the editor may stand inside one.
  const onEnter = (event: { key: string } & Pick<FormEvent, "preventDefault">) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <NumberInput
      mt="sm"
      label={m.reminder_new()}
      value={amount}
      onChange={(next) => {
        setAmount(next);
        setProblem(null);
      }}
      onKeyDown={onEnter}
      min={0}
      allowDecimal={false}
      error={problem}
      inputContainer={(input) => (
        <Group ref={place}>
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
          <Button variant="default" onClick={add}>
            {m.add_reminder()}
          </Button>
        </Group>
      )}
    />
  );
}
