import { Skeleton, Stack } from "@mantine/core";
import { useEffect, useState } from "react";
import { m } from "@/paraglide/messages.js";

/** Shows nothing for 200 ms: most answers come sooner, and a flash of grey is worse than nothing. */
export function Waiting({ rows = 4, height = 44 }: { rows?: number; height?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 200);
    return () => window.clearTimeout(timer);
  }, []);
  if (!late) return <div style={{ minHeight: rows * (height + 10) }} />;
  return (
    <Stack gap={10} aria-busy aria-label={m.loading()} role="status">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}
