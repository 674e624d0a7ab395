// The right-click menus of the calendar, and of the menu key on what has the focus.
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import type { Appointment } from "@/api/appointments";
import type { Availability } from "@/api/availability";
import { MenuAt, type Point, pointOf } from "@/components/menu-at";
import { m } from "@/paraglide/messages.js";
import { AppointmentMenu } from "./appointment-menu";
import { DayMenu } from "./day-menu";
import { appointmentAt } from "./keyboard-moves";
import { type Place, placeAt } from "./place-at";

type Asked = { at: Point; appointment: Appointment } | { at: Point; place: Place };

export function useCalendarMenu(appointments: readonly Appointment[], stepMin: number) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const byKey = useRef(false);
  // The menu key too is told as a click with the right button, at a corner of what has the focus and often beside it.
  const onKeyDownCapture = ({ key, shiftKey }: KeyboardEvent) => {
    byKey.current = key === "ContextMenu" || (key === "F10" && shiftKey);
  };
  const onPointerDownCapture = () => {
    byKey.current = false;
  };
  const onContextMenu = (event: MouseEvent) => {
    const target = (byKey.current && document.activeElement) || (event.target as Element);
    byKey.current = false;
    const appointment = appointments.find(({ id }) => id === appointmentAt(target));
    const drawn = target.closest("[data-appointment], [data-date]");
    const place = appointment ? null : placeAt(target, event.clientY, stepMin);
    if (!drawn || !(appointment || place)) return;
    event.preventDefault();
    const at = pointOf(event, drawn);
    setAsked(appointment ? { at, appointment } : { at, place: place as Place });
  };
  return { asked, on: { onContextMenu, onKeyDownCapture, onPointerDownCapture }, close: () => setAsked(null) };
}

type Props = {
  asked: Asked | null;
  hours: Availability | undefined;
  onClose: () => void;
  onShowDay: (date: string) => void;
};

export function CalendarMenu({ asked, hours, onClose, onShowDay }: Props) {
  if (!asked) return null;
  return (
    <MenuAt
      key={`${asked.at.x} ${asked.at.y}`}
      at={asked.at}
      label={"appointment" in asked ? asked.appointment.person.name : m.day_menu()}
      onClose={onClose}
    >
      {"appointment" in asked ? (
        <AppointmentMenu appointment={asked.appointment} />
      ) : (
        <DayMenu place={asked.place} hours={hours} onShowDay={onShowDay} />
      )}
    </MenuAt>
  );
}
