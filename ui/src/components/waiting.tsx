// What stands where something is being read: its room at once, its shape when it takes longer.
import { Skeleton, Stack } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { m } from "@/paraglide/messages.js";

/** So long, in milliseconds, nothing is shown: most answers come sooner, and a flash of grey is worse than nothing. */
export const patience = 200;

/** Whether it has been waited long enough to show it. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = window.setTimeout(() => setLate(true), patience);
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}

type Bars = { rows?: number; height?: number; gap?: number };

/** `children`: the shape of what comes, where bars are not it. `waited`: whoever shows it has had the patience. */
export function Waiting({ children, waited = false, ...bars }: Bars & { children?: ReactNode; waited?: boolean }) {
  const late = useLate(!waited) || waited;
  return (
    <div role="status">
      {late && <span className="unseen">{m.loading()}</span>}
      <div aria-hidden style={{ visibility: late ? undefined : "hidden" }}>
        {children ?? <Bars {...bars} />}
      </div>
    </div>
  );
}

export function Bars({ rows = 4, height = 44, gap = 10 }: Bars) {
  return (
    <Stack gap={gap}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}
