// Times of day as minutes 0..=1440, and how people type them: "9", "9:30", "9h30", "0930".
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** null where the text is no time of day. 24:00 is the end of a day. */
export function parseMinutes(text: string): number | null {
  const match = /^(\d{1,2})(?:\s*[:hH.]?\s*(\d{2}))?\s*[hH]?$/.exec(text.trim());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (minutes > 59) return null;
  const total = hours * 60 + minutes;
  return total <= 1440 ? total : null;
}
