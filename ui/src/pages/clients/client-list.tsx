import { Badge } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Client } from "@/api/clients";
import { Initials } from "@/components/initials";
import { m } from "@/paraglide/messages.js";
import classes from "./client-list.module.css";

export function ClientList({ clients }: { clients: readonly Client[] }) {
  return (
    <ul className={`card ${classes.list}`} aria-label={m.nav_clients()}>
      {clients.map((client) => (
        <li key={client.id}>
          <Link to="/clients/$id" params={{ id: client.id }} className={classes.client}>
            <Initials name={client.name} />
            <span className={classes.name}>{client.name}</span>
            <span className={classes.quiet}>{client.email}</span>
            <span className={`${classes.quiet} ${classes.phone}`}>{client.phone}</span>
            <Badge
              variant={client.upcomingCount > 0 ? "light" : "transparent"}
              tt="none"
              fw={550}
              color={client.upcomingCount > 0 ? "indigo" : "gray"}
            >
              {m.upcoming_count({ count: client.upcomingCount })}
            </Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}
