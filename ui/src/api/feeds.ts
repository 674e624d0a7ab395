import { read, write } from "./call";

export type { BusyFeed, BusyTime, FeedTrouble } from "./bindings";
export const busyFeeds = read("listBusyFeeds");
export const busyTimes = (from: string, to: string) => read("getBusyTimes", from, to);
export const addBusyFeed = write("addBusyFeed", ["invalid_input"]);
export const addBusyFeedFile = write("addBusyFeedFile", ["calendar_not_read"]);
export const replaceBusyFeedFile = write("replaceBusyFeedFile", ["calendar_not_read"]);
export const updateBusyFeed = write("updateBusyFeed", ["invalid_input"]);
export const refreshBusyFeed = write("refreshBusyFeed");
export const removeBusyFeed = write("removeBusyFeed");
export const passOverUnreadFeeds = write("passOverUnreadFeeds");
