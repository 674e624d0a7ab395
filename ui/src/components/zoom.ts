// How large everything is drawn. This window remembers it; the shell of the page tells the real window.
import { useLocalStorage } from "@mantine/hooks";

export const zoomSteps: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** The step after or before `percent`, or the last one there is. */
export function zoomed(percent: number, by: -1 | 1): number {
  const further = by > 0 ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return further ?? percent;
}

export function useZoom() {
  const [percent, setPercent] = useLocalStorage<number>({
    key: "zoom",
    defaultValue: 100,
    getInitialValueInEffect: false,
    deserialize: (text) => (zoomSteps.includes(Number(text)) ? Number(text) : 100),
  });
  return { percent, setPercent };
}
