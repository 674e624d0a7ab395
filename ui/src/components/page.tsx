import { Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./page.module.css";

type Props = {
  title: string;
  subtitle?: ReactNode;
  before?: ReactNode;
  /** Next to the title, where there is room; under it otherwise. */
  beside?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

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
