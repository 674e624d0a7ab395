import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Of the heading, by where it stands on the page. */
  order?: 2 | 3;
};

/** Nothing here yet: says so and offers the one next step. */
export function Empty({ icon, title, children, action, order = 3 }: Props) {
  return (
    <Stack align="center" justify="center" gap={6} px="lg" py={36}>
      <span style={{ color: "var(--mantine-color-dimmed)" }} aria-hidden>
        {icon}
      </span>
      <Title order={order} size="h3">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" size="sm" ta="center" maw={420}>
          {children}
        </Text>
      )}
      {action && <div style={{ marginTop: 10 }}>{action}</div>}
    </Stack>
  );
}
