import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asFailure } from "@/api/failure";
import { FailureScreen } from "@/components/failure-screen";
import { Bars, Waiting } from "@/components/waiting";
import { failureWords } from "@/text/failure";
import classes from "./settings.module.css";

type Props<T> = {
  of: UseQueryResult<T, Error>;
  /** What was read draws sections of its own. */
  sections?: boolean;
  children: (data: T) => ReactNode;
};

/** What was read, or the reason why it could not be. */
export function Loaded<T>({ of, sections = false, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <FailureScreen {...failureWords(asFailure(of.error).code)} onRetry={() => void of.refetch()} />;
  if (!sections) return <Waiting rows={4} />;
  return (
    <Waiting>
      <div className={`card ${classes.section} ${classes.narrow}`}>
        <Skeleton height={22} width={180} mb="md" />
        <Bars rows={5} height={36} gap={16} />
      </div>
    </Waiting>
  );
}
