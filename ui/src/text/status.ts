import { m } from "@/paraglide/messages.js";

export type Status = "scheduled" | "completed" | "cancelled" | "no_show";
export type MeetingKind = "video" | "phone" | "in_person";

export const statuses: readonly Status[] = ["scheduled", "completed", "cancelled", "no_show"];
export const meetingKinds: readonly MeetingKind[] = ["video", "phone", "in_person"];

const statusMessages = {
  scheduled: m.status_scheduled,
  completed: m.status_completed,
  cancelled: m.status_cancelled,
  no_show: m.status_no_show,
};

const kindMessages = { video: m.kind_video, phone: m.kind_phone, in_person: m.kind_in_person };

export const statusWord = (status: Status): string => statusMessages[status]();
export const kindWord = (kind: MeetingKind): string => kindMessages[kind]();
