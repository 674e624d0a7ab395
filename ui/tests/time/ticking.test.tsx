import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useNow } from "@/time/ticking";

const NINE = Date.parse("2027-03-02T09:00:00.000Z");

function hide(hidden: boolean) {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  act(() => document.dispatchEvent(new Event("visibilitychange")));
}

beforeEach(() => {
  vi.useFakeTimers({ now: NINE });
});

afterEach(() => {
  Reflect.deleteProperty(document, "hidden");
  vi.useRealTimers();
});

it("turns with the clock, at whole multiples", () => {
  vi.setSystemTime(NINE + 300);
  const { result } = renderHook(() => useNow(1000));
  act(() => vi.advanceTimersByTime(600));
  expect(result.current).toBe(NINE + 300);
  act(() => vi.advanceTimersByTime(200));
  expect(result.current).toBeGreaterThanOrEqual(NINE + 1000);
});

it("stands still while nobody can see it, and is right at once when it is seen again", () => {
  const { result } = renderHook(() => useNow(1000));
  hide(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(NINE + 3_600_400);
  hide(false);
  expect(result.current).toBe(NINE + 3_600_400);
  expect(vi.getTimerCount()).toBe(1);
});

it("leaves no timer behind", () => {
  const { unmount } = renderHook(() => useNow(1000));
  unmount();
  hide(false);
  expect(vi.getTimerCount()).toBe(0);
});
