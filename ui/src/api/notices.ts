import { events } from "./bindings";
import { read, write } from "./call";

export type { Errand, Standing, WindowNotice } from "./bindings";
export const notices = read("getNotices");
export const dismissNotice = write("dismissNotice");
export const popupStanding = read("getPopupStanding");
export const testPopup = write("testPopup");
export const takeErrand = write("takeErrand");

/** Calls whenever the shell has something to show, a click outside the window for one. Returns how to stop. */
export function followErrands(fetch: () => void): () => void {
  const listening = events.errandWaiting.listen(fetch);
  return () => void listening.then((stop) => stop()).catch(() => undefined);
}
