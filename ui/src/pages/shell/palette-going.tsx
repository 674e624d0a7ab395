import type { SpotlightActionData } from "@mantine/spotlight";
import {
  IconCalendar,
  IconCalendarPlus,
  IconCalendarTime,
  IconChartBar,
  IconHelpCircle,
  IconLayoutDashboard,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";
import { plusDays } from "@/time/zone";

const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

/** Where one can go, and what one can begin. */
export function useGoing(): SpotlightActionData[] {
  const navigate = useNavigate();
  const { openBooking } = useWindows();
  const today = useToday();
  const words = useTimeWords(today);
  const day = (id: string, label: string, date: string): SpotlightActionData => ({
    id,
    label,
    description: words.date(date),
    leftSection: <IconCalendarTime {...icon} />,
    onClick: () => void navigate({ to: "/planning", search: { date } }),
  });
  const tab = (name: string, label: string): SpotlightActionData => ({
    id: `settings-${name}`,
    label: m.palette_settings_tab({ tab: label }),
    leftSection: <IconSettings {...icon} />,
    onClick: () => void navigate({ to: "/settings", search: { tab: name } }),
  });
  return [
    {
      id: "new",
      label: m.new_appointment(),
      leftSection: <IconCalendarPlus {...icon} />,
      onClick: () => openBooking(),
    },
    day("today", m.palette_today(), today),
    day("tomorrow", m.palette_tomorrow(), plusDays(today, 1)),
    {
      id: "help",
      label: m.nav_help(),
      leftSection: <IconHelpCircle {...icon} />,
      onClick: () => void navigate({ to: "/help" }),
    },
    {
      id: "dashboard",
      label: m.nav_dashboard(),
      leftSection: <IconLayoutDashboard {...icon} />,
      onClick: () => void navigate({ to: "/dashboard" }),
    },
    {
      id: "planning",
      label: m.nav_planning(),
      leftSection: <IconCalendar {...icon} />,
      onClick: () => void navigate({ to: "/planning" }),
    },
    {
      id: "clients",
      label: m.nav_clients(),
      leftSection: <IconUsers {...icon} />,
      onClick: () => void navigate({ to: "/clients" }),
    },
    {
      id: "statistics",
      label: m.nav_statistics(),
      leftSection: <IconChartBar {...icon} />,
      onClick: () => void navigate({ to: "/statistics" }),
    },
    {
      id: "settings",
      label: m.nav_settings(),
      leftSection: <IconSettings {...icon} />,
      onClick: () => void navigate({ to: "/settings" }),
    },
    tab("types", m.tab_types()),
    tab("reasons", m.tab_reasons()),
    tab("availability", m.tab_availability()),
    tab("video", m.tab_video()),
    tab("reminders", m.tab_reminders()),
    tab("general", m.tab_general()),
  ];
}
