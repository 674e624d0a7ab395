// Ctrl/Cmd+K: go somewhere, book, find a client.
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import {
  IconCalendar,
  IconCalendarPlus,
  IconLayoutDashboard,
  IconSearch,
  IconSettings,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { clients } from "@/api/clients";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";

const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

export default function Palette() {
  useCivil();
  const [query, setQuery] = useState("");
  const navigate = useNavigate();
  const { openBooking } = useWindows();
  const { data: found = [] } = useQuery({ ...clients(query.trim()), enabled: query.trim().length > 0 });

  const go: SpotlightActionData[] = [
    {
      id: "new",
      label: m.new_appointment(),
      leftSection: <IconCalendarPlus {...icon} />,
      onClick: () => openBooking(),
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
      id: "settings",
      label: m.nav_settings(),
      leftSection: <IconSettings {...icon} />,
      onClick: () => void navigate({ to: "/settings" }),
    },
  ];
  const people: SpotlightActionData[] = found.slice(0, 6).flatMap((client) => [
    {
      id: client.id,
      label: client.name,
      keywords: [query],
      description: client.email ?? undefined,
      leftSection: <IconUser {...icon} />,
      onClick: () => void navigate({ to: "/clients/$id", params: { id: client.id } }),
    },
    {
      id: `book-${client.id}`,
      label: m.palette_book_client({ name: client.name }),
      keywords: [query],
      leftSection: <IconCalendarPlus {...icon} />,
      onClick: () => openBooking({ client: client.id }),
    },
  ]);
  const actions: SpotlightActionGroupData[] = [
    { group: m.palette_actions(), actions: go },
    ...(people.length > 0 ? [{ group: m.nav_clients(), actions: people }] : []),
  ];
  return (
    <Spotlight
      title={m.palette_title()}
      classNames={{ header: "unseen" }}
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      shortcut={["mod + K"]}
      tagsToIgnore={[]}
      nothingFound={m.palette_nothing()}
      highlightQuery
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      yOffset="14vh"
      centered={false}
      searchProps={{
        leftSection: <IconSearch {...icon} />,
        placeholder: m.palette_placeholder(),
        "aria-label": m.palette_placeholder(),
      }}
    />
  );
}
