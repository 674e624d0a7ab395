// The windows that open over any page (details, new appointment, export) are part of the address, so that every page opens
// them without knowing them, and "back" closes them.
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";

/** `like`: an appointment to book again, at another time. `start` is an instant; `day` only chooses the date. */
export type BookingStart = { client?: string; like?: string; start?: string; day?: string; minutes?: number };
/** What the details were opened to do, when not to read. */
export type Act = "cancel" | "move" | "edit";
/** The period chosen at first, and the day it is reckoned from. */
export type ExportStart = { period: "day" | "week" | "month" | "all"; day: string };
export type Windows = { appointment?: string; act?: Act; booking?: BookingStart; exporting?: ExportStart };

const periods: readonly unknown[] = ["day", "week", "month", "all"];
const acts: readonly unknown[] = ["cancel", "move", "edit"];

export function readWindows(search: Record<string, unknown>): Windows {
  const windows: Windows = {};
  if (typeof search.appointment === "string") windows.appointment = search.appointment;
  if (acts.includes(search.act)) windows.act = search.act as Act;
  if (typeof search.booking === "object" && search.booking !== null) {
    const { client, like, start, day, minutes } = search.booking as Record<string, unknown>;
    windows.booking = {
      ...(typeof client === "string" && { client }),
      ...(typeof like === "string" && { like }),
      ...(typeof start === "string" && { start }),
      ...(typeof day === "string" && { day }),
      ...(typeof minutes === "number" && { minutes }),
    };
  }
  if (typeof search.exporting === "object" && search.exporting !== null) {
    const { period, day } = search.exporting as Record<string, unknown>;
    if (periods.includes(period) && typeof day === "string") {
      windows.exporting = { period: period as ExportStart["period"], day };
    }
  }
  return windows;
}

export function useWindows() {
  const navigate = useNavigate();
  return useMemo(() => {
    const show = (windows: Windows, replace: boolean) =>
      void navigate({
        to: ".",
        search: (old: Record<string, unknown>) => ({
          ...old,
          appointment: undefined,
          act: undefined,
          booking: undefined,
          exporting: undefined,
          ...windows,
        }),
        replace,
      } as Parameters<typeof navigate>[0]);
    return {
      openAppointment: (appointment: string, act?: Act) => show({ appointment, act }, false),
      openBooking: (booking: BookingStart = {}) => show({ booking }, false),
      openExport: (exporting: ExportStart) => show({ exporting }, false),
      close: () => show({}, true),
    };
  }, [navigate]);
}
