import { MutationObserver, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { createCache } from "@/api/cache";

const offered = ["getAvailableSlotsForPeriod", "type", "2027-03-01", "2027-03-31"];
const listed = ["getCoachAppointments", "2027-03-01", "2027-03-31"];

/** A booking, without asking the shell. */
async function book(cache: ReturnType<typeof createCache>) {
  const booking = new MutationObserver(cache, { mutationKey: ["createAppointment"], mutationFn: async () => ({}) });
  await booking.mutate();
}

it("after a booking forgets what was free, and keeps the rest to show until it is read anew", async () => {
  const cache = createCache(
    () => {},
    () => {},
  );
  cache.setQueryData(offered, ["14:00"]);
  cache.setQueryData(listed, []);
  await book(cache);
  expect(cache.getQueryData(offered), "a taken start must not be offered, not even for a moment").toBeUndefined();
  expect(cache.getQueryData(listed)).toEqual([]);
  expect(cache.getQueryState(listed)?.isInvalidated).toBe(true);
});

it("reads anew what is free where it is on the screen", async () => {
  const cache = createCache(
    () => {},
    () => {},
  );
  let starts = ["14:00", "15:00"];
  const shown = new QueryObserver(cache, { queryKey: offered, queryFn: async () => starts });
  const stop = shown.subscribe(() => {});
  await expect.poll(() => shown.getCurrentResult().data).toEqual(["14:00", "15:00"]);
  starts = ["15:00"];
  await book(cache);
  expect(shown.getCurrentResult().data).toEqual(["15:00"]);
  stop();
});
