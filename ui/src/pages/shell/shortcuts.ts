// Keys that work on every page. Single letters never fire while something is being typed or a dialog is open.
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useWindows } from "@/components/windows";

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

function busy(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (target?.closest("input, textarea, select, [contenteditable=true]")) return true;
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}

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
      "4": () => void navigate({ to: "/settings" }),
    };
    const press = (event: KeyboardEvent) => {
      const action = actions[event.key.toLowerCase()];
      if (!action || busy(event)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [navigate, openBooking, onHelp]);
}
