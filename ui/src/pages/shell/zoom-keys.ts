// Ctrl or Cmd with +, - and 0, as in every browser; the window starts as it was left.
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { setZoom } from "@/api/display";
import { tell } from "@/components/notice";
import { useZoom, zoomed } from "@/components/zoom";
import { m } from "@/paraglide/messages.js";
import { isMac } from "./shortcuts";

/** "=" is the key of "+" without Shift on most keyboards. */
const wanted = (key: string, percent: number): number | null => {
  if (key === "+" || key === "=") return zoomed(percent, 1);
  if (key === "-") return zoomed(percent, -1);
  return key === "0" ? 100 : null;
};

export function useZoomKeys() {
  const { percent, setPercent } = useZoom();
  const { mutate } = useMutation(setZoom);
  useEffect(() => mutate([percent]), [mutate, percent]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(isMac ? event.metaKey : event.ctrlKey) || event.altKey) return;
      const next = wanted(event.key, percent);
      if (next === null) return;
      event.preventDefault();
      setPercent(next);
      tell(m.zoom_now({ percent: next }), "zoom");
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [percent, setPercent]);
}
