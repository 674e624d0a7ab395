import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { slotsForPeriod } from "@/api/availability";
import { configuration } from "@/api/configuration";
import { asFailure } from "@/api/failure";
import { busyDuring, busyFeeds, passOverUnreadFeeds } from "@/api/feeds";
import { BusyWarning } from "@/components/busy-warning";
import { FailureScreen } from "@/components/failure-screen";
import { SlotPicker } from "@/components/slot-picker";
import { UnreadCalendars } from "@/components/unread-calendars";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { useToday } from "@/time/today";
import { monthOf } from "@/time/zone";
import { type Booking, type Errors, withSeriesAnew } from "./booking";
import { RepeatFields } from "./repeat-fields";

type Props = {
  booking: Booking;
  errors: Errors;
  onChange: (booking: Booking) => void;
  onChosen: (booking: Booking) => void;
};

export function WhenStep({ booking, errors, onChange, onChosen }: Props) {
  const today = useToday();
  const [month, setMonth] = useState(booking.choice.day ?? today);
  const { first, last } = monthOf(month);
  const found = useQuery({ ...slotsForPeriod(booking.typeId ?? "", first, last), placeholderData: keepPreviousData });
  const { data: feeds = [] } = useQuery(busyFeeds);
  const pass = useMutation(passOverUnreadFeeds);
  const { data: choices } = useQuery(configuration);
  const type = choices?.types.find(({ id }) => id === booking.typeId);
  const { data: busy = [] } = useQuery(busyDuring(booking.choice.start, booking.durationMin ?? type?.durationMin ?? 0));
  if (found.error) {
    return <FailureScreen {...failureWords(asFailure(found.error).code)} onRetry={() => void found.refetch()} />;
  }
  return (
    <>
      <UnreadCalendars feeds={feeds} pending={pass.isPending} onPassOver={() => pass.mutate([])} />
      <SlotPicker
        days={found.data}
        month={month}
        onMonth={setMonth}
        choice={booking.choice}
        onChoice={(choice) => onChange(withSeriesAnew(booking, { choice, durationMin: null }))}
        onPick={(choice) => onChosen(withSeriesAnew(booking, { choice, durationMin: null }))}
        error={errors.start && m.start_missing()}
      />
      <BusyWarning times={busy} />
      <RepeatFields booking={booking} errors={errors} onChange={onChange} />
    </>
  );
}
