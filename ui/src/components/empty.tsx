import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: says so and offers the one next step. */
export function Empty({ icon, title, children, action }: Props) {
  return (
    <Stack align="center" justify="center" gap={6} px="lg" py={36}>
      <span style={{ color: "var(--mantine-color-dimmed)" }} aria-hidden>
        {icon}
      </span>
      <Title order={3}>{title}</Title>
      {children && (
        <Text c="dimmed" size="sm" ta="center" maw={420}>
          {children}
        </Text>
      )}
      {action && <div style={{ marginTop: 10 }}>{action}</div>}
    </Stack>
  );
}
