// The only file that reads the clock. Tests shift it; everything else takes `now` as an argument.
let offsetMs = 0;

export function setClockOffset(ms: number): void {
  offsetMs = ms;
}

/** Milliseconds since the epoch. */
export function now(): number {
  return Date.now() + offsetMs;
}
