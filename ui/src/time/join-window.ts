export type JoinWindow = { opensAt: string; closesAt: string };
export type JoinState =
  | { state: "never" }
  | { state: "before"; opensInMs: number }
  | { state: "open"; closesInMs: number }
  | { state: "over" };

/** Half-open: the door is open at `opensAt` and closed at `closesAt`. */
export function joinState(window: JoinWindow | null, nowMs: number): JoinState {
  if (!window) return { state: "never" };
  const opens = Date.parse(window.opensAt);
  const closes = Date.parse(window.closesAt);
  if (nowMs < opens) return { state: "before", opensInMs: opens - nowMs };
  if (nowMs < closes) return { state: "open", closesInMs: closes - nowMs };
  return { state: "over" };
}
