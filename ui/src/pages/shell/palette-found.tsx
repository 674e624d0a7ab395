import type { SpotlightActionData } from "@mantine/spotlight";
import { IconCalendarPlus, IconUser } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { appointmentsFound } from "@/api/appointments";
import { clients } from "@/api/clients";
import { TypeDot } from "@/components/type-dot";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { bestFirst } from "@/text/search";
import { statusWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { useToday } from "@/time/today";

const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
/** Two letters are half of every agenda. */
const leastLetters = 2;

/** The nearest that fit, what is ahead first. `keywords`: Rust has found them, so that the palette keeps them. */
export function useFoundAppointments(query: string): SpotlightActionData[] {
  const search = query.trim();
  const words = useTimeWords(useToday());
  const { openAppointment } = useWindows();
  const { data = [] } = useQuery({
    ...appointmentsFound(search),
    enabled: search.length >= leastLetters,
    placeholderData: keepPreviousData,
  });
  if (search.length < leastLetters) return [];
  return data.slice(0, 6).map(({ id, person, title, typeName, colour, start, status }) => ({
    id: `appointment-${id}`,
    label: person.name,
    keywords: [query],
    description: [words.moment(start), title || typeName, status !== "scheduled" && statusWord(status)]
      .filter(Boolean)
      .join(" · "),
    leftSection: <TypeDot colour={colour} />,
    onClick: () => openAppointment(id),
  }));
}

export function useFoundClients(query: string): SpotlightActionData[] {
  const search = query.trim();
  const navigate = useNavigate();
  const { openBooking } = useWindows();
  const { data = [] } = useQuery({
    ...clients(search),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  if (search.length === 0) return [];
  return bestFirst(data, search)
    .slice(0, 6)
    .flatMap((client) => [
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
}
