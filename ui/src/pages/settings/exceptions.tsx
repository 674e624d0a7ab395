import { ActionIcon, Button, Text } from "@mantine/core";
import { IconBeach, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { createException, deleteException, type Exception } from "@/api/availability";
import { Empty } from "@/components/empty";
import { tellWithUndo } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { minutesText } from "@/time/minutes";
import { useToday } from "@/time/today";
import { ExceptionWindow } from "./exception-window";
import { Section } from "./section";
import classes from "./settings.module.css";

/** Days off and days with hours of their own, from today on. */
export function Exceptions({ exceptions }: { exceptions: readonly Exception[] }) {
  const today = useToday();
  const words = useTimeWords(today);
  const [edited, setEdited] = useState<Exception | "new" | null>(null);
  const create = useMutation(createException);
  const remove = useMutation(deleteException);
  const coming = exceptions.filter((one) => one.to >= today).toSorted((a, b) => a.from.localeCompare(b.from));
  const span = ({ from, to }: Exception) =>
    from === to ? words.date(from) : m.span({ from: words.date(from), to: words.date(to) });
  return (
    <Section
      title={m.exceptions_title()}
      hint={m.exceptions_hint()}
      action={
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited("new")}>
          {m.new_exception()}
        </Button>
      }
    >
      {coming.length === 0 ? (
        <Empty icon={<IconBeach size={30} stroke={1.4} />} title={m.exceptions_empty()} />
      ) : (
        <ul className={classes.list} aria-label={m.exceptions_title()}>
          {coming.map((one) => (
            <li key={one.id} className={classes.item}>
              <div className={classes.grow}>
                <Text fw={600} className="first-capital">
                  {span(one)}
                </Text>
                <Text size="sm" c="dimmed">
                  {[one.label, hours(one)].filter(Boolean).join(" · ")}
                </Text>
              </div>
              <div className={classes.tools}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={m.edit_named({ name: one.label || span(one) })}
                  onClick={() => setEdited(one)}
                >
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={m.delete_named({ name: one.label || span(one) })}
                  onClick={() =>
                    remove.mutate([one.id], {
                      onSuccess: () =>
                        tellWithUndo(m.exception_deleted({ span: span(one) }), () => create.mutate([again(one)])),
                    })
                  }
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </div>
            </li>
          ))}
        </ul>
      )}
      {edited && <ExceptionWindow exception={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

const hours = ({ ranges }: Exception) =>
  ranges.length === 0
    ? m.closed()
    : ranges.map(({ startMin, endMin }) => `${minutesText(startMin)} – ${minutesText(endMin)}`).join(", ");

const again = ({ from, to, label, ranges }: Exception) => ({ from, to, label, ranges });
