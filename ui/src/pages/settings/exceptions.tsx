import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconBeach, IconCalendarStar, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type Availability,
  createException,
  deleteException,
  type Exception,
  publicHolidays,
} from "@/api/availability";
import { Empty } from "@/components/empty";
import { tellWithUndo } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { ExceptionWindow } from "./exception-window";
import { hoursWords, spanWords } from "./exception-words";
import { ExceptionYear } from "./exception-year";
import { yearToClose } from "./holiday-days";
import { HolidaysWindow } from "./holidays-window";
import { Section } from "./section";
import classes from "./settings.module.css";

type Edited = { exception: Exception } | { from: string; to: string } | "new";

/** Days off and days with hours of their own: a year to mark them in, and the list of those to come. */
export function Exceptions({ availability }: { availability: Availability }) {
  const today = useToday();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [edited, setEdited] = useState<Edited | null>(null);
  const [holidaysOf, setHolidaysOf] = useState<number | null>(null);
  const { data: holidays = [] } = useQuery(publicHolidays(year));
  const { exceptions } = availability;
  const coming = exceptions.filter((one) => one.to >= today).toSorted((a, b) => a.from.localeCompare(b.from));
  const close = () => setEdited(null);
  return (
    <Section
      title={m.exceptions_title()}
      hint={m.exceptions_hint()}
      wide
      action={
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCalendarStar size={15} aria-hidden />}
            onClick={() => setHolidaysOf(yearToClose(year, holidays, availability, today))}
          >
            {m.holidays_button()}
          </Button>
          <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited("new")}>
            {m.new_exception()}
          </Button>
        </Group>
      }
    >
      <ExceptionYear
        year={year}
        onYear={setYear}
        availability={availability}
        onOpen={(exception) => setEdited({ exception })}
        onSpan={setEdited}
      />
      {coming.length === 0 ? (
        <Empty icon={<IconBeach size={30} stroke={1.4} />} title={m.exceptions_empty()}>
          {m.exceptions_empty_hint()}
        </Empty>
      ) : (
        <ul className={`${classes.list} ${classes.coming}`} aria-label={m.exceptions_title()}>
          {coming.map((one) => (
            <ExceptionItem key={one.id} exception={one} onEdit={() => setEdited({ exception: one })} />
          ))}
        </ul>
      )}
      {edited && (
        <ExceptionWindow
          exception={edited !== "new" && "exception" in edited ? edited.exception : null}
          span={edited !== "new" && "from" in edited ? edited : null}
          onClose={close}
        />
      )}
      {holidaysOf !== null && (
        <HolidaysWindow
          year={holidaysOf}
          onYear={setHolidaysOf}
          availability={availability}
          onClose={() => setHolidaysOf(null)}
        />
      )}
    </Section>
  );
}

function ExceptionItem({ exception, onEdit }: { exception: Exception; onEdit: () => void }) {
  const words = useTimeWords(useToday());
  const create = useMutation(createException);
  const remove = useMutation(deleteException);
  const span = spanWords(exception, words.date);
  const name = exception.label || span;
  const drop = () =>
    remove.mutateAsync([exception.id]).then(
      () => tellWithUndo(m.exception_deleted({ span }), () => create.mutate([again(exception)])),
      () => undefined,
    );
  return (
    <li className={classes.item}>
      <div className={classes.grow}>
        <Text fw={600} className="first-capital">
          {span}
        </Text>
        <Text size="sm" c="dimmed">
          {[exception.label, hoursWords(exception, words.clock)].filter(Boolean).join(" · ")}
        </Text>
      </div>
      <div className={classes.tools}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={m.edit_named({ name })} onClick={onEdit}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={m.delete_named({ name })} onClick={drop}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}

const again = ({ from, to, label, ranges }: Exception) => ({ from, to, label, ranges });
