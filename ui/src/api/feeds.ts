import { plusMinutes } from "@/time/zone";
import { read, write } from "./call";

export type { BusyFeed, BusyTime, FeedTrouble } from "./bindings";
export const busyFeeds = read("listBusyFeeds");
export const busyTimes = (from: string, to: string) => read("getBusyTimes", from, to);
/** What other calendars say of the time in which an appointment would be; nothing as long as it has no start. */
export const busyDuring = (start: string | null, minutes: number) => ({
  ...busyTimes(start ?? "", start ? plusMinutes(start, Math.max(1, minutes)) : ""),
  enabled: start !== null,
});
export const addBusyFeed = write("addBusyFeed", ["invalid_input"]);
export const addBusyFeedFile = write("addBusyFeedFile", ["calendar_not_read"]);
export const replaceBusyFeedFile = write("replaceBusyFeedFile", ["calendar_not_read"]);
export const updateBusyFeed = write("updateBusyFeed", ["invalid_input"]);
export const refreshBusyFeed = write("refreshBusyFeed");
export const removeBusyFeed = write("removeBusyFeed");
export const passOverUnreadFeeds = write("passOverUnreadFeeds");
