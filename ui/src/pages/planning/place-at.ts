// Which day, and in week and day which time, lies under a point. The calendar tells this only of clicks with the main
// button, so it is read from what it has drawn: every day's cell carries its date, and a column is 24 hours high.
export type Place = { date: string; minutes: number | null };

/** Minutes are rounded down to `stepMin`. null where there is no day. */
export function placeAt(target: Element, y: number, stepMin: number): Place | null {
  const cell = target.closest<HTMLElement>("[data-date]") ?? null;
  const date = cell?.dataset.date;
  if (!cell || !date) return null;
  const isColumn = cell.getAttribute("role") === "cell" && cell.closest("[role=table]")?.querySelector("[data-time]");
  if (!isColumn) return { date, minutes: null };
  const { top, height } = cell.getBoundingClientRect();
  const minutes = height > 0 ? ((y - top) / height) * 1440 : 0;
  return { date, minutes: Math.min(1440 - stepMin, Math.max(0, Math.floor(minutes / stepMin) * stepMin)) };
}
