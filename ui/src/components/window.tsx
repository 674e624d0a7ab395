import { Modal, type ModalProps, Overlay } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { m } from "@/paraglide/messages.js";
import { useLate, Waiting } from "./waiting";
import classes from "./window.module.css";

type Props = Omit<ModalProps, "opened">;

/** A window over the page, open as long as it is drawn. The focus goes back to what it was opened from. */
export function Window(props: Props) {
  useReturnedFocus();
  return <Modal opened closeButtonProps={{ "aria-label": m.close() }} {...props} />;
}

/**
 * The shape of a window whose script is still being fetched. No dialog: the focus stays where the window will find it, and
 * nobody is led into something that goes.
 */
export function WindowWaiting({ size }: { size: number }) {
  if (!useLate(true)) return null;
  return (
    <Overlay fixed center backgroundOpacity={0.35}>
      <div className={`card ${classes.waiting}`} style={{ width: size }}>
        <Waiting waited rows={9} height={26} />
      </div>
    </Overlay>
  );
}

/** What is done in a window, where it may be longer than the screen. */
export function WindowFoot({ children }: { children: ReactNode }) {
  return <div className={classes.foot}>{children}</div>;
}

/** The library gives the focus back only to what opened and closed a window that stays drawn. */
function useReturnedFocus() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What was done in the window may have moved the focus elsewhere.
      if (document.activeElement === document.body) standIn(before)?.focus({ preventScroll: true });
    },
    [before],
  );
}

/** The element itself, or what was drawn anew for it; at least the page, so that the keys go on there. */
function standIn(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) return before;
  const id = before?.closest<HTMLElement>("[data-appointment]")?.dataset.appointment;
  const again = id ? document.querySelector<HTMLElement>(`[data-appointment="${CSS.escape(id)}"]`) : null;
  return again ?? document.getElementById("main");
}
