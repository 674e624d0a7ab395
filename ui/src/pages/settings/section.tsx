import { Group, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./settings.module.css";

type Props = { title: string; hint?: string; action?: ReactNode; wide?: boolean; children: ReactNode };

export function Section({ title, hint, action, wide = false, children }: Props) {
  const id = useId();
  return (
    <section className={`card ${classes.section} ${wide ? classes.wide : classes.narrow}`} aria-labelledby={id}>
      <Group justify="space-between" align="start" className={classes.head}>
        <div className={classes.said}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {hint && (
            <Text c="dimmed" size="sm">
              {hint}
            </Text>
          )}
        </div>
        {action && <div className={classes.action}>{action}</div>}
      </Group>
      {children}
    </section>
  );
}
