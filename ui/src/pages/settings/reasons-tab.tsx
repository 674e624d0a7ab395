import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconList, IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import {
  configuration,
  createReason,
  deleteReason,
  type Reason,
  reorderReasons,
  updateReason,
} from "@/api/configuration";
import { asFailure } from "@/api/failure";
import { Empty } from "@/components/empty";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { all, atMost, required } from "@/text/check";
import { fieldErrors } from "@/text/field-problem";
import { DeleteWindow } from "./delete-window";
import { Loaded } from "./loaded";
import { moved, OrderButtons } from "./order-buttons";
import { Section } from "./section";
import classes from "./settings.module.css";

const check = all(required, atMost(80));

export function ReasonsTab() {
  const found = useQuery(configuration);
  const [leaving, setLeaving] = useState<Reason | null>(null);
  const reorder = useMutation(reorderReasons);
  const remove = useMutation(deleteReason);
  return (
    <Section title={m.reasons_title()} hint={m.reasons_hint()}>
      <NewReason />
      <Loaded of={found}>
        {({ reasons }) =>
          reasons.length === 0 ? (
            <Empty icon={<IconList size={30} stroke={1.4} />} title={m.reasons_empty()} />
          ) : (
            <ul className={classes.list} aria-label={m.reasons_title()}>
              {reasons.map((reason, index) => (
                <ReasonItem
                  key={reason.id}
                  reason={reason}
                  index={index}
                  count={reasons.length}
                  onMove={(by) =>
                    reorder.mutate([
                      moved(
                        reasons.map(({ id }) => id),
                        index,
                        by,
                      ),
                    ])
                  }
                  onDelete={() => setLeaving(reason)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {leaving && (
        <DeleteWindow
          title={m.delete_reason_title({ name: leaving.label })}
          text={m.delete_reason_text()}
          pending={remove.isPending}
          onClose={() => setLeaving(null)}
          onDelete={() =>
            remove.mutate([leaving.id], {
              onSuccess: () => {
                tell(m.reason_deleted({ name: leaving.label }));
                setLeaving(null);
              },
            })
          }
        />
      )}
    </Section>
  );
}

function NewReason() {
  const [label, setLabel] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const create = useMutation(createReason);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = check(label);
    setProblem(wrong);
    if (wrong) return;
    create.mutate([label.trim()], {
      onSuccess: () => setLabel(""),
      onError: (error) => setProblem(fieldErrors(asFailure(error).fields).label ?? null),
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Group align="start" mb="sm">
        <TextInput
          aria-label={m.new_reason()}
          placeholder={m.new_reason()}
          value={label}
          flex={1}
          onChange={(event) => {
            setLabel(event.currentTarget.value);
            setProblem(null);
          }}
          error={problem}
        />
        <Button type="submit" loading={create.isPending}>
          {m.add()}
        </Button>
      </Group>
    </form>
  );
}

type ItemProps = { reason: Reason; index: number; count: number; onMove: (by: -1 | 1) => void; onDelete: () => void };

function ReasonItem({ reason, index, count, onMove, onDelete }: ItemProps) {
  const [label, setLabel] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const update = useMutation(updateReason);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wrong = check(label ?? "");
    setProblem(wrong);
    if (wrong || label === null) return;
    update.mutate([reason.id, label.trim()], {
      onSuccess: () => setLabel(null),
      onError: (error) => setProblem(fieldErrors(asFailure(error).fields).label ?? null),
    });
  };
  if (label !== null) {
    return (
      <li className={classes.item}>
        <form noValidate onSubmit={save} className={classes.grow}>
          <Group align="start" wrap="nowrap">
            <TextInput
              aria-label={m.reason_label()}
              value={label}
              flex={1}
              autoFocus
              onChange={(event) => setLabel(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Escape" && setLabel(null)}
              error={problem}
            />
            <Button variant="default" onClick={() => setLabel(null)}>
              {m.cancel()}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {m.save()}
            </Button>
          </Group>
        </form>
      </li>
    );
  }
  return (
    <li className={classes.item}>
      <Text className={classes.grow}>{reason.label}</Text>
      <div className={classes.tools}>
        <OrderButtons name={reason.label} index={index} count={count} onMove={onMove} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={m.edit_named({ name: reason.label })}
          onClick={() => setLabel(reason.label)}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={m.delete_named({ name: reason.label })}
          onClick={onDelete}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
