// The whole window over the agenda in memory, as `main.tsx` puts it together.
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect, vi } from "vitest";
import { createCache } from "@/api/cache";
import { tellFailure } from "@/components/notice";
import { router } from "@/routes";
import { Start } from "@/start";
import { failureWords } from "@/text/failure";
import { joinedWithoutWords } from "@/text/plan";
import { theme } from "@/theme";
import { type Agenda, emptyAgenda, frenchAgenda } from "../dev/agenda";
import { begin, commands, type Failures } from "../dev/bindings";

export const nowMs = Date.parse("2026-11-24T08:52:00Z");
export const agendas = { full: () => frenchAgenda(nowMs), none: () => emptyAgenda(nowMs) };

export async function openWindow(path: string, agenda: Agenda, failures: Failures = {}) {
  begin(agenda, failures);
  const [to, search] = path.split("?");
  // Not awaited: a router whose last window was closed answers only when the next one is open.
  void router.navigate({ to, search: Object.fromEntries(new URLSearchParams(search)) } as never);
  const user = userEvent.setup();
  const cache = createCache(
    (failure) => tellFailure(failureWords(failure.code)),
    (features) => tellFailure(joinedWithoutWords(features)),
  );
  // No style sheet is read here: those that Mantine writes into the page would only be tried, rule by rule, on every element.
  const view = render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={cache}>
        <Notifications />
        <Start />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user, ...view };
}

/** A command answers only once it is let go. */
export function hold(name: keyof typeof commands): () => void {
  let go = () => {};
  const released = new Promise<void>((resolve) => {
    go = resolve;
  });
  const all = commands as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
  const real = all[name];
  vi.spyOn(all, name).mockImplementation(async (...given) => {
    await released;
    return real?.(...given);
  });
  return go;
}

/** Colour contrast needs a real window; everything else axe can see without one. */
export async function expectAccessible(): Promise<void> {
  const found = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}
