// How often a client came.
import { useQuery } from "@tanstack/react-query";
import { clientAttendance } from "@/api/clients";
import { m } from "@/paraglide/messages.js";
import { countWords, percentWords } from "@/text/quantity";
import { useCivil } from "@/time/civil";
import classes from "./client-profile.module.css";

/** Nothing before the first appointment was closed: zeros say nothing. */
export function ClientAttendance({ id }: { id: string }) {
  const { language } = useCivil();
  const { data } = useQuery(clientAttendance(id));
  if (!data || data.completed + data.noShow + data.cancelled === 0) return null;
  const told = [
    [m.client_came(), countWords(data.completed, language)],
    [m.client_absent(), countWords(data.noShow, language)],
    [m.client_cancelled(), countWords(data.cancelled, language)],
    [m.client_rate(), percentWords(data.rate, language)],
  ] as const;
  return (
    <dl className={classes.attendance} aria-label={m.client_attendance()}>
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
