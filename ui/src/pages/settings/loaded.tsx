import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asFailure } from "@/api/failure";
import { FailureScreen } from "@/components/failure-screen";
import { Waiting } from "@/components/waiting";
import { failureWords } from "@/text/failure";

type Props<T> = { of: UseQueryResult<T, Error>; children: (data: T) => ReactNode };

/** What was read, or the reason why it could not be. */
export function Loaded<T>({ of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <FailureScreen {...failureWords(asFailure(of.error).code)} onRetry={() => void of.refetch()} />;
  return <Waiting rows={4} />;
}
