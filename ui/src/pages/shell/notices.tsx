// What is to be seen until it is closed: reminders the system could not show, answers to links from outside.
import { Button, CloseButton, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";
import { appointment, joinMeeting } from "@/api/appointments";
import { dismissNotice, notices, type WindowNotice } from "@/api/notices";
import { JoinButton } from "@/components/join-button";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import classes from "./notices.module.css";

/** Reminders say how long it is until they are about: their words age. */
const AGE_MS = 20_000;

export function Notices() {
  const { data } = useQuery({
    ...notices,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.length ? AGE_MS : false),
  });
  const board = useRef<HTMLElement>(null);
  useTellHeight(board);
  return (
    <section ref={board} className={classes.board} aria-label={m.notices_label()} aria-live="polite">
      {data?.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** What floats keeps clear of the board: `theme.ts` and `styles.css` leave it this height at the foot of the window. */
function useTellHeight(board: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = board.current;
    if (!element) return;
    const { style } = document.documentElement;
    const tell = () => style.setProperty("--notices-height", `${element.offsetHeight}px`);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty("--notices-height");
    };
  }, [board]);
}

function Notice({ notice: { id, title, body, about } }: { notice: WindowNotice }) {
  const dismiss = useMutation(dismissNotice);
  const [only] = about.length === 1 ? about : [];
  return (
    <article className={classes.notice} aria-label={title}>
      <IconBell size={18} stroke={1.8} className={classes.sign} aria-hidden />
      <div className={classes.said}>
        <Text fw={600}>{title}</Text>
        <Text size="sm" className={classes.body}>
          {body}
        </Text>
      </div>
      <div className={classes.actions}>
        {only && <Actions id={only} onDone={() => dismiss.mutate([id])} />}
        {about.length > 1 && <OpenDay onDone={() => dismiss.mutate([id])} />}
      </div>
      <CloseButton aria-label={m.notice_close({ title })} onClick={() => dismiss.mutate([id])} />
    </article>
  );
}

function Actions({ id, onDone }: { id: string; onDone: () => void }) {
  const { data } = useQuery(appointment(id));
  const { openAppointment } = useWindows();
  const join = useMutation(joinMeeting);
  const open = () => {
    openAppointment(id);
    onDone();
  };
  return (
    <>
      <JoinButton
        window={data?.appointment.join ?? null}
        onJoin={() => join.mutate([id], { onSuccess: onDone })}
        pending={join.isPending}
        size="compact-sm"
        quiet
      />
      <Button variant="default" size="compact-sm" onClick={open}>
        {m.notice_open()}
      </Button>
    </>
  );
}

function OpenDay({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate();
  const open = () => {
    void navigate({ to: "/dashboard", search: {} });
    onDone();
  };
  return (
    <Button variant="default" size="compact-sm" onClick={open}>
      {m.notice_open_day()}
    </Button>
  );
}
