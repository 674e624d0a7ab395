// Where appointments may stand while they are being read: an empty calendar would be taken for a free one.
import { Skeleton } from "@mantine/core";
import type { CSSProperties } from "react";
import { daysFrom } from "@/time/zone";
import type { Period } from "./calendar";
import type { View } from "./calendar-events";
import "./grid-waiting.css";

type Props = { view: View; period: Period | null };

export function GridWaiting({ view, period }: Props) {
  const columns = view === "month" || view === "week" ? 7 : 1;
  const rows = { month: period ? daysFrom(period.from, period.to) / 7 : 5, week: 3, day: 3, list: 8 }[view];
  return (
    <div className={`grid-waiting grid-waiting-${view}`} style={{ "--columns": columns } as CSSProperties} aria-hidden>
      {Array.from({ length: columns * rows }, (_, place) => place).map((place) => (
        <Skeleton key={place} radius="sm" />
      ))}
    </div>
  );
}
