// The hours beside the week, as the calendar library itself draws them.
import { waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { agendas, openWindow } from "../window";

const real = Intl.DateTimeFormat;
afterEach(() => {
  Intl.DateTimeFormat = real;
});

/** Counts the formatters that are made from now on. */
function countFormatters() {
  const made = { count: 0 };
  Intl.DateTimeFormat = new Proxy(real, {
    construct(target, given) {
      made.count += 1;
      return Reflect.construct(target, given);
    },
  });
  return made;
}

const hours = () => [...document.querySelectorAll("[data-time]")].map((hour) => hour.textContent).filter(Boolean);

it("says the hours beside the week, and makes no formatter for each", async () => {
  const made = countFormatters();
  await openWindow("/planning", agendas.full());
  await waitFor(() => expect(hours()).toHaveLength(24));
  expect(hours()).toEqual(Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`));
  expect(made.count).toBeLessThan(40);
});
