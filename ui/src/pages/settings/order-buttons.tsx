import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { m } from "@/paraglide/messages.js";

type Props = { name: string; index: number; count: number; onMove: (by: -1 | 1) => void };

export function OrderButtons({ name, index, count, onMove }: Props) {
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        disabled={index === 0}
        aria-label={m.move_up({ name })}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        disabled={index === count - 1}
        aria-label={m.move_down({ name })}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}

/** The ids with the one at `index` moved by one place. */
export function moved(ids: readonly string[], index: number, by: -1 | 1): string[] {
  const next = [...ids];
  const [id] = next.splice(index, 1);
  if (id !== undefined) next.splice(index + by, 0, id);
  return next;
}
