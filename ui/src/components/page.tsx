import { Skeleton, Text, Title } from "@mantine/core";
import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import classes from "./page.module.css";
import { Bars, Waiting } from "./waiting";

type Props = {
  title: string;
  subtitle?: ReactNode;
  before?: ReactNode;
  /** Next to the title, where there is room; under it otherwise. */
  beside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The shape of a page whose script is still being fetched. */
export function PageWaiting() {
  // Where there was a page before, it stood here until this is shown.
  const waited = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation !== undefined });
  return (
    <div className={classes.page}>
      <Waiting waited={waited}>
        <Skeleton height={30} width={220} mb="lg" />
        <Bars rows={5} height={64} gap={12} />
      </Waiting>
    </div>
  );
}

export function Page({ title, subtitle, before, beside, actions, children }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div>
          {before}
          <Title order={1} className={`${classes.title} ${beside ? classes.yielding : ""}`}>
            {title}
          </Title>
          {subtitle && (
            <Text c="dimmed" size="sm" component="div">
              {subtitle}
            </Text>
          )}
        </div>
        {beside && <div className={classes.beside}>{beside}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
