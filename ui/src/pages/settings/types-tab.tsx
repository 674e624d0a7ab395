import { Button, Text } from "@mantine/core";
import { IconPlus, IconTag } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type AppointmentType,
  configuration,
  deleteAppointmentType,
  reorderAppointmentTypes,
} from "@/api/configuration";
import { Empty } from "@/components/empty";
import { TypeDot } from "@/components/type-dot";
import { m } from "@/paraglide/messages.js";
import { kindWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { Loaded } from "./loaded";
import { OrderedList } from "./ordered-list";
import { Section } from "./section";
import classes from "./settings.module.css";
import { TypeWindow } from "./type-window";

export function TypesTab() {
  const found = useQuery(configuration);
  const [edited, setEdited] = useState<AppointmentType | "new" | null>(null);
  const reorder = useMutation(reorderAppointmentTypes);
  const remove = useMutation(deleteAppointmentType);
  const add = (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited("new")}>
      {m.new_type()}
    </Button>
  );
  return (
    <Section title={m.types_title()} hint={m.types_hint()} action={add}>
      <Loaded of={found}>
        {({ types }) =>
          types.length === 0 ? (
            <Empty icon={<IconTag size={30} stroke={1.4} />} title={m.types_empty()}>
              {m.types_empty_hint()}
            </Empty>
          ) : (
            <OrderedList
              label={m.types_title()}
              items={types}
              nameOf={({ name }) => name}
              onEdit={setEdited}
              onReorder={(ids) => reorder.mutate([ids])}
              onDelete={({ id }) => remove.mutateAsync([id])}
              leaving={({ name }) => ({
                title: m.delete_type_title({ name }),
                text: m.delete_type_text(),
                done: m.type_deleted({ name }),
              })}
            >
              {(type) => <TypeLine type={type} />}
            </OrderedList>
          )
        }
      </Loaded>
      {edited && <TypeWindow type={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function TypeLine({ type }: { type: AppointmentType }) {
  const words = useTimeWords(useToday());
  const said = [words.duration(type.durationMin), kindWord(type.defaultKind), buffers(type, words.duration)];
  return (
    <>
      <TypeDot colour={type.colour} />
      <div className={classes.grow}>
        <Text fw={600}>{type.name}</Text>
        <Text size="sm" c="dimmed">
          {said.filter(Boolean).join(" · ")}
        </Text>
      </div>
    </>
  );
}

function buffers({ bufferBeforeMin, bufferAfterMin }: AppointmentType, duration: (minutes: number) => string): string {
  const parts = [
    bufferBeforeMin > 0 && m.buffer_before_short({ time: duration(bufferBeforeMin) }),
    bufferAfterMin > 0 && m.buffer_after_short({ time: duration(bufferAfterMin) }),
  ];
  return parts.filter(Boolean).join(", ");
}
