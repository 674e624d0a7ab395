// Times of day as minutes 0..=1440, and how people type them: "9", "9:30", "9h30", "0930", "2:30 pm".
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** As a clock of that custom shows it: "14:30" or "2:30 pm". The end of a day is 24:00, or 12:00 am. */
export function clockText(minutes: number, hour12: boolean): string {
  if (!hour12) return minutesText(minutes);
  const hour = Math.floor(minutes / 60) % 24;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minutes % 60).padStart(2, "0")} ${hour < 12 ? "am" : "pm"}`;
}

/** null where the text is no time of day. 24:00 is the end of a day. */
export function parseMinutes(text: string): number | null {
  const match = /^(\d{1,2})(?:\s*[:h.]?\s*(\d{2}))?\s*(?:h|([ap])\.?m\.?)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  const half = match[3];
  const told = Number(match[1]);
  if (half && (told < 1 || told > 12)) return null;
  const hours = half ? (told % 12) + (half === "p" ? 12 : 0) : told;
  const minutes = Number(match[2] ?? 0);
  if (minutes > 59) return null;
  const total = hours * 60 + minutes;
  return total <= 1440 ? total : null;
}
