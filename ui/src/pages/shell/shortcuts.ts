// Keys that work on every page. Single letters never fire while something is being typed or a dialog is open.
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { undoLatest } from "@/components/notice";
import { isTyping } from "@/components/typing";
import { useWindows } from "@/components/windows";

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

function busy(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return true;
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}

const isUndo = (event: KeyboardEvent) =>
  (isMac ? event.metaKey : event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";

export function useShortcuts({ onHelp }: { onHelp: () => void }) {
  const navigate = useNavigate();
  const { openBooking } = useWindows();
  useEffect(() => {
    const actions: Record<string, () => void> = {
      "?": onHelp,
      n: () => openBooking(),
      "1": () => void navigate({ to: "/dashboard" }),
      "2": () => void navigate({ to: "/planning" }),
      "3": () => void navigate({ to: "/clients" }),
      "4": () => void navigate({ to: "/statistics" }),
      "5": () => void navigate({ to: "/settings" }),
    };
    const press = (event: KeyboardEvent) => {
      if (isUndo(event) && !isTyping(event.target) && undoLatest()) return event.preventDefault();
      const action = actions[event.key.toLowerCase()];
      if (!action || busy(event)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [navigate, openBooking, onHelp]);
}

/** The web view's own menu offers to reload a page, which this is not; in fields it has copy and paste. */
export function useNoBrowserMenu() {
  useEffect(() => {
    const refuse = (event: MouseEvent) => {
      const target = event.target as HTMLElement | null;
      const text = target?.closest?.("input, textarea, [contenteditable=true]") || getSelection()?.toString();
      if (!text) event.preventDefault();
    };
    window.addEventListener("contextmenu", refuse);
    return () => window.removeEventListener("contextmenu", refuse);
  }, []);
}
