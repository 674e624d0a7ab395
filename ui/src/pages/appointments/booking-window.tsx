import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { appointmentsOfClient } from "@/api/appointments";
import { client as clientQuery } from "@/api/clients";
import { configuration } from "@/api/configuration";
import { asFailure } from "@/api/failure";
import { usualType } from "@/api/usual-type";
import { FailureScreen } from "@/components/failure-screen";
import { Waiting } from "@/components/waiting";
import { Window } from "@/components/window";
import { type BookingStart, useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { dateIn } from "@/time/zone";
import { emptyBooking, hasInput, withClient, withType } from "./booking";
import { BookingSteps } from "./booking-steps";
import { LeaveWindow } from "./leave-window";

export default function BookingWindow({ given }: { given: BookingStart }) {
  const { close } = useWindows();
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [typing, setTyping] = useState(false);
  const leave = () => (dirty || typing ? setLeaving(true) : close());
  return (
    <Window
      onClose={leave}
      size={720}
      title={m.new_appointment()}
      closeOnEscape={!leaving}
      closeOnClickOutside={!leaving}
    >
      <Loaded given={given} onDirty={setDirty} onTyping={setTyping} />
      {leaving && <LeaveWindow title={m.leave_title()} onStay={() => setLeaving(false)} onLeave={close} />}
    </Window>
  );
}

type LoadedProps = {
  given: BookingStart;
  onDirty: (dirty: boolean) => void;
  onTyping: (typing: boolean) => void;
};

/** The wizard begins when what it stands on is there: the types, and the client it was opened for. */
function Loaded({ given, onDirty, onTyping }: LoadedProps) {
  const { zone } = useCivil();
  const choices = useQuery(configuration);
  const client = useQuery({ ...clientQuery(given.client ?? ""), enabled: given.client !== undefined });
  const past = useQuery({ ...appointmentsOfClient(given.client ?? ""), enabled: given.client !== undefined });
  const error = choices.error ?? client.error ?? past.error;
  if (error) {
    const retry = () =>
      void Promise.all([choices.refetch(), given.client && client.refetch(), given.client && past.refetch()]);
    return <FailureScreen {...failureWords(asFailure(error).code)} onRetry={retry} />;
  }
  if (!choices.data || (given.client && !(client.data && past.data))) return <Waiting rows={10} />;
  const day = given.day ?? (given.start ? dateIn(given.start, zone) : null);
  let booking = emptyBooking(given.start ?? null, day, given.minutes ?? null);
  const type = usualType(past.data ?? [], choices.data.types) ?? choices.data.types[0];
  if (type) booking = withType(booking, type, true);
  if (client.data) booking = withClient(booking, client.data);
  return (
    <BookingSteps
      initial={booking}
      firstStep={client.data ? "what" : "who"}
      choices={choices.data}
      onChange={(now) => onDirty(hasInput(now))}
      onTyping={onTyping}
    />
  );
}
