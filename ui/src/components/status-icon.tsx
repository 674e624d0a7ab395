import { IconCheck, IconMapPin, IconPhone, IconUserX, IconVideo, IconX } from "@tabler/icons-react";
import { memo } from "react";

type Status = "scheduled" | "completed" | "cancelled" | "no_show";
type MeetingKind = "video" | "phone" | "in_person";

/** A status is never colour alone. `scheduled` is the ordinary case and carries no sign. */
export const StatusIcon = memo(function StatusIcon({ status, size = 14 }: { status: Status; size?: number }) {
  if (status === "completed") return <IconCheck size={size} stroke={2.4} aria-hidden />;
  if (status === "no_show") return <IconUserX size={size} aria-hidden />;
  if (status === "cancelled") return <IconX size={size} stroke={2.4} aria-hidden />;
  return null;
});

export const KindIcon = memo(function KindIcon({ kind, size = 14 }: { kind: MeetingKind; size?: number }) {
  if (kind === "video") return <IconVideo size={size} stroke={1.8} aria-hidden />;
  if (kind === "phone") return <IconPhone size={size} stroke={1.8} aria-hidden />;
  return <IconMapPin size={size} stroke={1.8} aria-hidden />;
});
