import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { commands, topics } from "@/api/bindings";
import { createCache } from "@/api/cache";
import { write } from "@/api/call";
import { asFailure, type Failure } from "@/api/failure";
import { madeOf, topicsOfWrite } from "@/api/freshness";
import { frenchAgenda } from "../../dev/agenda";
import { begin } from "../../dev/bindings";

const nowMs = Date.parse("2026-11-24T08:52:00Z");

it("makes stale what a booking changes, and nothing else", () => {
  const stale = madeOf(topicsOfWrite("createAppointment"));
  expect(stale({ queryKey: ["getCoachAppointments", "a", "b"] })).toBe(true);
  expect(stale({ queryKey: ["getAvailableSlotsForPeriod", "t", "a", "b"] })).toBe(true);
  expect(stale({ queryKey: ["getAvailability"] })).toBe(false);
});

it("has topics for every read and write of the wire", () => {
  const named = new Set([...Object.keys(topics.reads), ...Object.keys(topics.writes)]);
  const bare = Object.keys(commands).filter((name) =>
    /^(get|list|is|create|update|delete|replace|cancel|complete|mark|reopen|re)/.test(name),
  );
  expect(bare.filter((name) => !named.has(name) && name !== "getMeetingToken")).toEqual([]);
});

it("tells a refusal once, unless the screen answers it itself", async () => {
  begin(frenchAgenda(nowMs), { completeAppointment: "not_allowed_now", cancelAppointment: "not_allowed_now" });
  const told: Failure[] = [];
  const cache = createCache(
    (failure) => told.push(failure),
    () => undefined,
  );
  const run = (options: ReturnType<typeof write<"completeAppointment">>) =>
    cache.getMutationCache().build(cache, options).execute(["a-1"]).catch(asFailure);

  await run(write("completeAppointment"));
  await run(write("completeAppointment", ["not_allowed_now"]));
  expect(told.map(({ code }) => code)).toEqual(["not_allowed_now"]);
  expect(cache).toBeInstanceOf(QueryClient);
});
