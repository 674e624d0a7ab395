import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { appointment, appointmentsOfClient } from "@/api/appointments";
import { client as clientQuery } from "@/api/clients";
import { configuration } from "@/api/configuration";
import { asFailure } from "@/api/failure";
import { usualType } from "@/api/usual-type";
import { FailureScreen } from "@/components/failure-screen";
import { LeaveWindow } from "@/components/leave-window";
import { Waiting } from "@/components/waiting";
import { Window } from "@/components/window";
import { type BookingStart, useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useCivil } from "@/time/civil";
import { dateIn } from "@/time/zone";
import { emptyBooking, hasInput, problemsOf, withClient, withLike, withType } from "./booking";
import { BookingSteps } from "./booking-steps";

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
      {leaving && (
        <LeaveWindow
          words={{ title: m.leave_title(), text: m.leave_text(), leave: m.leave_discard(), stay: m.leave_stay() }}
          onStay={() => setLeaving(false)}
          onLeave={close}
        />
      )}
    </Window>
  );
}

type LoadedProps = {
  given: BookingStart;
  onDirty: (dirty: boolean) => void;
  onTyping: (typing: boolean) => void;
};

/** The wizard begins when what it stands on is there: the types, and the client or appointment it was opened for. */
function Loaded({ given, onDirty, onTyping }: LoadedProps) {
  const { zone } = useCivil();
  const choices = useQuery(configuration);
  const before = useQuery({ ...appointment(given.like ?? ""), enabled: given.like !== undefined });
  const like = before.data?.appointment;
  const id = given.client ?? (like?.person.kind === "client" ? like.person.id : undefined);
  const client = useQuery({ ...clientQuery(id ?? ""), enabled: id !== undefined });
  const past = useQuery({ ...appointmentsOfClient(id ?? ""), enabled: id !== undefined });
  const error = choices.error ?? before.error ?? client.error ?? past.error;
  if (error) {
    const asked = [choices, given.like && before, id && client, id && past].filter((one) => typeof one === "object");
    const retry = () => void Promise.all(asked.map((one) => one.refetch()));
    return <FailureScreen {...failureWords(asFailure(error).code)} onRetry={retry} />;
  }
  if (!choices.data || (given.like && !like) || (id && !(client.data && past.data))) return <Waiting rows={10} />;
  const { types, reasons } = choices.data;
  const day = given.day ?? (given.start ? dateIn(given.start, zone) : null);
  let booking = emptyBooking(given.start ?? null, day, given.minutes ?? null);
  const same = types.find((one) => one.id === like?.typeId);
  const type = same ?? usualType(past.data ?? [], types) ?? types[0];
  if (type) booking = withType(booking, type, true);
  if (client.data && !(like && client.data.archived)) booking = withClient(booking, client.data);
  if (like) booking = withLike(booking, like, reasons);
  const known = Object.keys(problemsOf("who", booking)).length === 0;
  return (
    <BookingSteps
      initial={booking}
      firstStep={known ? (same ? "when" : "what") : "who"}
      choices={choices.data}
      onChange={(now) => onDirty(hasInput(now))}
      onTyping={onTyping}
    />
  );
}
