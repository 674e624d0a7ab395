import { Badge, Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Client } from "@/api/clients";
import { Initials } from "@/components/initials";
import { Waiting } from "@/components/waiting";
import { m } from "@/paraglide/messages.js";
import classes from "./client-list.module.css";

/** So many at once: drawn before one can notice while typing. */
const PAGE = 100;

export function ClientList({ clients }: { clients: readonly Client[] }) {
  const [limit, setLimit] = useState(PAGE);
  const more = clients.length - limit;
  return (
    <>
      <Rows clients={clients.slice(0, limit)} />
      {more > 0 && (
        <div>
          <Button variant="default" onClick={() => setLimit(limit + PAGE)}>
            {m.clients_next({ count: Math.min(more, PAGE) })}
          </Button>
        </div>
      )}
    </>
  );
}

function Rows({ clients }: { clients: readonly Client[] }) {
  return (
    <ul className={`card ${classes.list}`} aria-label={m.nav_clients()}>
      {clients.map((client) => (
        <li key={client.id}>
          <Link to="/clients/$id" params={{ id: client.id }} className={classes.client}>
            <Initials name={client.name} />
            <span className={classes.name}>{client.name}</span>
            <span className={classes.quiet}>{client.email}</span>
            <span className={`figures ${classes.quiet} ${classes.phone}`}>{client.phoneWritten}</span>
            <Badge
              variant={client.upcomingCount > 0 ? "light" : "transparent"}
              tt="none"
              fw={550}
              color={client.upcomingCount > 0 ? "indigo" : "gray"}
              c={client.upcomingCount > 0 ? undefined : "dimmed"}
            >
              {m.upcoming_count({ count: client.upcomingCount })}
            </Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function ClientListWaiting() {
  return (
    <Waiting>
      <ul className={`card ${classes.list}`}>
        {Array.from({ length: 8 }, (_, row) => row).map((row) => (
          <li key={row}>
            <span className={classes.client}>
              <Skeleton circle height={32} />
              <Skeleton height={12} width="60%" />
              <Skeleton height={12} width="70%" />
              <Skeleton height={12} width="50%" className={classes.phone} />
              <Skeleton height={20} width={72} radius="xl" />
            </span>
          </li>
        ))}
      </ul>
    </Waiting>
  );
}
