import { events } from "./bindings";
import { write } from "./call";

export type { ExportFormat, ExportWhat } from "./bindings";

/** Asks where the file goes; gives nothing when that was declined. */
export const exportAgenda = write("exportAgenda", ["invalid_input"]);
export const stopExport = write("stopExport");

/** Hears how far an export is, from 0 to 100. Returns how to stop listening. */
export function followExport(hear: (percent: number) => void): () => void {
  const listening = events.exportProgress.listen(({ payload: { done, total } }) =>
    hear(total === 0 ? 0 : Math.round((100 * done) / total)),
  );
  return () => void listening.then((stop) => stop()).catch(() => undefined);
}
