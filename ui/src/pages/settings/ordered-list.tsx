// Things the coach keeps in an order of their own: types, reasons. Each can be moved, changed, and taken off the list.
import { ActionIcon } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { tell } from "@/components/notice";
import { m } from "@/paraglide/messages.js";
import { DeleteWindow } from "./delete-window";
import { moved, OrderButtons } from "./order-buttons";
import classes from "./settings.module.css";

type Leaving = { title: string; text: string; done: string };

type Props<T> = {
  label: string;
  items: readonly T[];
  nameOf: (item: T) => string;
  /** What stands in the line, before its tools. */
  children: (item: T) => ReactNode;
  /** The form that takes the line's place while it is changed there; nothing for the others. */
  editing?: (item: T) => ReactNode | null;
  onEdit: (item: T) => void;
  onReorder: (ids: string[]) => void;
  /** Resolves when it is off the list; how that is asked and told. */
  onDelete: (item: T) => Promise<unknown>;
  leaving: (item: T) => Leaving;
};

export function OrderedList<T extends { id: string }>({ label, items, nameOf, editing, ...props }: Props<T>) {
  const [asked, setAsked] = useState<T | null>(null);
  const ids = items.map(({ id }) => id);
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {items.map((item, index) => {
          const form = editing?.(item);
          if (form) {
            return (
              <li key={item.id} className={classes.item}>
                {form}
              </li>
            );
          }
          const name = nameOf(item);
          return (
            <li key={item.id} className={classes.item}>
              {props.children(item)}
              <div className={classes.tools}>
                <OrderButtons
                  name={name}
                  index={index}
                  count={items.length}
                  onMove={(by) => props.onReorder(moved(ids, index, by))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={m.edit_named({ name })}
                  onClick={() => props.onEdit(item)}
                >
                  <IconPencil size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={30}
                  aria-label={m.delete_named({ name })}
                  onClick={() => setAsked(item)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </div>
            </li>
          );
        })}
      </ul>
      {asked && <Question item={asked} {...props} onClose={() => setAsked(null)} />}
    </>
  );
}

type QuestionProps<T> = Pick<Props<T>, "onDelete" | "leaving"> & { item: T; onClose: () => void };

function Question<T>({ item, onDelete, leaving, onClose }: QuestionProps<T>) {
  const [pending, setPending] = useState(false);
  const { title, text, done } = leaving(item);
  const remove = async () => {
    setPending(true);
    try {
      await onDelete(item);
      tell(done);
      onClose();
    } catch {
      // The one failure notice has said it; the question stays.
      setPending(false);
    }
  };
  return <DeleteWindow title={title} text={text} pending={pending} onDelete={remove} onClose={onClose} />;
}
