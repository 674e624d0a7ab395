import { Button, Text } from "@mantine/core";
import { IconVideo } from "@tabler/icons-react";
import { useId } from "react";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { type JoinWindow, joinState } from "@/time/join-window";
import { useNow } from "@/time/ticking";
import { useToday } from "@/time/today";

type Props = { window: JoinWindow | null; onJoin: () => void; pending?: boolean; size?: string; quiet?: boolean };

const soon = 24 * 3600_000;

/** Green and enabled while the door is open; before that, says when it opens. `quiet` leaves those words to the tooltip. */
export function JoinButton({ window, onJoin, pending = false, size = "sm", quiet = false }: Props) {
  const words = useTimeWords(useToday());
  const state = joinState(window, useNow(1000));
  const id = useId();
  if (!window || state.state === "never") return null;
  const open = state.state === "open";
  const said =
    state.state === "before"
      ? state.opensInMs < soon
        ? m.join_opens_in({ left: words.countdown(state.opensInMs) })
        : m.join_opens_at({ when: words.moment(window.opensAt) })
      : open
        ? m.join_open_now()
        : m.join_over();
  return (
    <>
      <Button
        color={open ? "#1b7a3d" : "gray"}
        variant={open ? "filled" : "default"}
        size={size}
        leftSection={<IconVideo size={16} aria-hidden />}
        disabled={!open}
        loading={pending}
        onClick={onJoin}
        aria-describedby={id}
        title={quiet ? said : undefined}
      >
        {m.join()}
      </Button>
      <Text id={id} span size="sm" c="dimmed" className={quiet ? "unseen" : "figures"}>
        {said}
      </Text>
    </>
  );
}
