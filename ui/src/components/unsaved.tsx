// What was changed in a form and is not saved yet is not lost without a word: not by another page or tab, nor with the
// window it stands in.
import type { ModalProps } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "@/paraglide/messages.js";
import { LeaveWindow } from "./leave-window";
import { Window } from "./window";

type Place = { pathname: string; search: object };

/** The windows over a page leave its forms where they are. */
const placeOf = ({ pathname, search }: Place) =>
  JSON.stringify([
    pathname,
    { ...search, appointment: undefined, act: undefined, booking: undefined, exporting: undefined },
  ]);
// One function for all drawings: another one would be registered anew each time.
const leaves = ({ current, next }: { current: Place; next: Place }) => placeOf(current) !== placeOf(next);

const words = () => ({
  title: m.unsaved_title(),
  text: m.unsaved_text(),
  leave: m.unsaved_leave(),
  stay: m.unsaved_stay(),
});

const useLeaving = (changed: boolean) =>
  useBlocker({
    shouldBlockFn: leaves,
    disabled: !changed,
    // The program closes as it was told to; a browser's own question has no place in its window.
    enableBeforeUnload: false,
    withResolver: true,
  });

/** Asks before the page or tab is left over what was `changed`; what is being saved is not lost any more. */
export function Unsaved({ changed }: { changed: boolean }) {
  const { status, proceed, reset } = useLeaving(changed);
  return status === "blocked" && <LeaveWindow words={words()} onStay={reset} onLeave={proceed} />;
}

type Props = Omit<ModalProps, "opened"> & { changed: boolean };

/** A window with a form, which also asks before it is closed over what was `changed`. */
export function FormWindow({ changed, onClose, children, ...rest }: Props) {
  const { status, proceed, reset } = useLeaving(changed);
  const [closing, setClosing] = useState(false);
  const asking = closing || status === "blocked";
  return (
    <Window
      {...rest}
      onClose={() => (changed ? setClosing(true) : onClose())}
      closeOnEscape={!asking}
      closeOnClickOutside={!asking}
    >
      {children}
      {status === "blocked" && <LeaveWindow words={words()} onStay={reset} onLeave={proceed} />}
      {closing && <LeaveWindow words={words()} onStay={() => setClosing(false)} onLeave={onClose} />}
    </Window>
  );
}
