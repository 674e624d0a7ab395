// Ctrl/Cmd+K: go somewhere, book, find a client or an appointment.
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { m } from "@/paraglide/messages.js";
import { useCivil } from "@/time/civil";
import { useFoundAppointments, useFoundClients } from "./palette-found";
import { useGoing } from "./palette-going";
import classes from "./shell.module.css";

export default function Palette() {
  useCivil();
  const [query, setQuery] = useState("");
  const groups: [string, SpotlightActionData[]][] = [
    [m.palette_actions(), useGoing()],
    // Whoever types a name means the person before one of their appointments.
    [m.nav_clients(), useFoundClients(query)],
    [m.appointments(), useFoundAppointments(query)],
  ];
  const actions: SpotlightActionGroupData[] = groups
    .filter(([, found]) => found.length > 0)
    .map(([group, found]) => ({ group, actions: found }));
  return (
    <Spotlight
      title={m.palette_title()}
      classNames={{ header: "unseen", action: classes.found ?? "" }}
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
      // Whoever opens it is already typing.
      transitionProps={{ duration: 0 }}
      yOffset="14vh"
      centered={false}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.8} aria-hidden />,
        placeholder: m.palette_placeholder(),
        "aria-label": m.palette_placeholder(),
      }}
    />
  );
}
