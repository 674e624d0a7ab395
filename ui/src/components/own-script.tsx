// What has a script of its own: something until it is fetched, and words where it cannot be.
import { CatchBoundary } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { failureWords } from "@/text/failure";
import { FailureScreen } from "./failure-screen";

/** A script that was missing once is not asked for again by the page that asked: only a new page does. */
export const openAnew = () => window.location.reload();

type Props = {
  /** Until it is there. */
  waiting?: ReactNode;
  /** What the words stand in, where they would be lost without it: a window, for one. */
  frame?: (words: ReactNode) => ReactNode;
  children: ReactNode;
};

export function OwnScript({ waiting, frame = (words) => words, children }: Props) {
  return (
    <CatchBoundary
      getResetKey={() => null}
      errorComponent={() => frame(<FailureScreen {...failureWords("internal")} onRetry={openAnew} />)}
    >
      <Suspense fallback={waiting}>{children}</Suspense>
    </CatchBoundary>
  );
}
