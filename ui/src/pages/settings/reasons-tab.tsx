import { Text } from "@mantine/core";
import { IconList } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { configuration, createReason, deleteReason, reorderReasons, updateReason } from "@/api/configuration";
import { Empty } from "@/components/empty";
import { m } from "@/paraglide/messages.js";
import { Loaded } from "./loaded";
import { OrderedList } from "./ordered-list";
import { ReasonForm } from "./reason-form";
import { Section } from "./section";
import classes from "./settings.module.css";

export function ReasonsTab() {
  const found = useQuery(configuration);
  const [edited, setEdited] = useState<string | null>(null);
  const create = useMutation(createReason);
  const update = useMutation(updateReason);
  const reorder = useMutation(reorderReasons);
  const remove = useMutation(deleteReason);
  return (
    <Section title={m.reasons_title()} hint={m.reasons_hint()}>
      <ReasonForm label={m.new_reason()} submitLabel={m.add()} onSubmit={(text) => create.mutateAsync([text])} />
      <Loaded of={found}>
        {({ reasons }) =>
          reasons.length === 0 ? (
            <Empty icon={<IconList size={30} stroke={1.4} />} title={m.reasons_empty()}>
              {m.reasons_empty_hint()}
            </Empty>
          ) : (
            <OrderedList
              label={m.reasons_title()}
              items={reasons}
              nameOf={({ label }) => label}
              editing={({ id, label }) =>
                id === edited && (
                  <ReasonForm
                    label={m.reason_label()}
                    initial={label}
                    submitLabel={m.save()}
                    onSubmit={(text) => update.mutateAsync([id, text])}
                    onLeave={() => setEdited(null)}
                  />
                )
              }
              onEdit={({ id }) => setEdited(id)}
              onReorder={(ids) => reorder.mutate([ids])}
              onDelete={({ id }) => remove.mutateAsync([id])}
              leaving={({ label: name }) => ({
                title: m.delete_reason_title({ name }),
                text: m.delete_reason_text(),
                done: m.reason_deleted({ name }),
              })}
            >
              {({ label }) => <Text className={classes.grow}>{label}</Text>}
            </OrderedList>
          )
        }
      </Loaded>
    </Section>
  );
}
