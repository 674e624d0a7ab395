import { ActionIcon, Button, Text } from "@mantine/core";
import { IconPencil, IconPlus, IconTag, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type AppointmentType,
  configuration,
  deleteAppointmentType,
  reorderAppointmentTypes,
} from "@/api/configuration";
import { Empty } from "@/components/empty";
import { tell } from "@/components/notice";
import { TypeDot } from "@/components/type-dot";
import { m } from "@/paraglide/messages.js";
import { kindWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { DeleteWindow } from "./delete-window";
import { Loaded } from "./loaded";
import { moved, OrderButtons } from "./order-buttons";
import { Section } from "./section";
import classes from "./settings.module.css";
import { TypeWindow } from "./type-window";

export function TypesTab() {
  const found = useQuery(configuration);
  const [edited, setEdited] = useState<AppointmentType | "new" | null>(null);
  const [leaving, setLeaving] = useState<AppointmentType | null>(null);
  const remove = useMutation(deleteAppointmentType);
  return (
    <Section
      title={m.types_title()}
      hint={m.types_hint()}
      action={
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited("new")}>
          {m.new_type()}
        </Button>
      }
    >
      <Loaded of={found}>
        {({ types }) =>
          types.length === 0 ? (
            <Empty icon={<IconTag size={30} stroke={1.4} />} title={m.types_empty()}>
              {m.types_empty_hint()}
            </Empty>
          ) : (
            <TypeList types={types} onEdit={setEdited} onDelete={setLeaving} />
          )
        }
      </Loaded>
      {edited && <TypeWindow type={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      {leaving && (
        <DeleteWindow
          title={m.delete_type_title({ name: leaving.name })}
          text={m.delete_type_text()}
          pending={remove.isPending}
          onClose={() => setLeaving(null)}
          onDelete={() =>
            remove.mutate([leaving.id], {
              onSuccess: () => {
                tell(m.type_deleted({ name: leaving.name }));
                setLeaving(null);
              },
            })
          }
        />
      )}
    </Section>
  );
}

type ListProps = {
  types: readonly AppointmentType[];
  onEdit: (type: AppointmentType) => void;
  onDelete: (type: AppointmentType) => void;
};

function TypeList({ types, onEdit, onDelete }: ListProps) {
  const reorder = useMutation(reorderAppointmentTypes);
  const words = useTimeWords(useToday());
  const ids = types.map((type) => type.id);
  return (
    <ul className={classes.list} aria-label={m.types_title()}>
      {types.map((type, index) => (
        <li key={type.id} className={classes.item}>
          <TypeDot colour={type.colour} />
          <div className={classes.grow}>
            <Text fw={600}>{type.name}</Text>
            <Text size="sm" c="dimmed">
              {[words.duration(type.durationMin), kindWord(type.defaultKind), buffers(type, words.duration)]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </div>
          <div className={classes.tools}>
            <OrderButtons
              name={type.name}
              index={index}
              count={types.length}
              onMove={(by) => reorder.mutate([moved(ids, index, by)])}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={m.edit_named({ name: type.name })}
              onClick={() => onEdit(type)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={m.delete_named({ name: type.name })}
              onClick={() => onDelete(type)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </div>
        </li>
      ))}
    </ul>
  );
}

function buffers({ bufferBeforeMin, bufferAfterMin }: AppointmentType, duration: (minutes: number) => string): string {
  const parts = [
    bufferBeforeMin > 0 && m.buffer_before_short({ time: duration(bufferBeforeMin) }),
    bufferAfterMin > 0 && m.buffer_after_short({ time: duration(bufferAfterMin) }),
  ];
  return parts.filter(Boolean).join(", ");
}
