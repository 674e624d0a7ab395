import { Anchor, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { mayInsist } from "@/api/appointments";
import type { Configuration } from "@/api/configuration";
import type { Failure } from "@/api/failure";
import { busyDuring } from "@/api/feeds";
import { videoAccount } from "@/api/video-account";
import { BookingRefusal } from "@/components/booking-refusal";
import { BusyWarning } from "@/components/busy-warning";
import { TheirTime } from "@/components/their-time";
import { typeStyle } from "@/components/type-dot";
import { m } from "@/paraglide/messages.js";
import { everyWords } from "@/text/series";
import { kindWord } from "@/text/status";
import { useTimeWords } from "@/time/civil";
import { now } from "@/time/now";
import { useToday } from "@/time/today";
import { plusMinutes } from "@/time/zone";
import type { Booking, Step } from "./booking";
import classes from "./booking-steps.module.css";
import { kept } from "./series";

type Props = {
  booking: Booking;
  choices: Configuration;
  refusal: Failure | null;
  onGo: (step: Step) => void;
  onAnyway: () => void;
};

export function CheckStep({ booking, choices, refusal, onGo, onAnyway }: Props) {
  const words = useTimeWords(useToday());
  const type = choices.types.find((one) => one.id === booking.typeId);
  const reason = choices.reasons.find((one) => one.id === booking.reasonId);
  const { who, choice, repeat, items } = booking;
  const count = repeat.every === "never" || !items ? 1 : kept(items).length;
  const person = who.kind === "client" ? who.client : who;
  const duration = booking.durationMin ?? type?.durationMin ?? 0;
  const ends = choice.start ? Date.parse(plusMinutes(choice.start, duration)) : Number.NaN;
  // A series tells what stands against each of its appointments where they are listed.
  const { data: busy = [] } = useQuery(busyDuring(booking.repeat.every === "never" ? choice.start : null, duration));
  const { data: account } = useQuery(videoAccount);
  const detail = booking.kind === "phone" ? booking.phone : booking.kind === "in_person" ? booking.place : "";
  return (
    <Stack gap="md">
      <Text c="dimmed">{m.check_intro({ count })}</Text>
      <dl className={`typed ${classes.summary}`} style={typeStyle(type?.colour ?? "#4c6ef5")}>
        <Row name={who.kind === "client" ? m.client() : m.prospect()} onEdit={() => onGo("who")} step={m.step_who()}>
          {person?.name}
          {person?.email && ` · ${person.email}`}
        </Row>
        <Row name={m.step_what()} onEdit={() => onGo("what")} step={m.step_what()}>
          {type?.name} · {words.duration(duration)}
          {reason && ` · ${reason.label}`}
        </Row>
        <Row name={m.kind_label()}>
          {kindWord(booking.kind)}
          {detail && ` · ${detail}`}
        </Row>
        <Row name={m.step_when()} onEdit={() => onGo("when")} step={m.step_when()}>
          {choice.start && (
            <Text span fw={650} className="figures">
              {words.moment(choice.start)} – {words.time(plusMinutes(choice.start, duration))}
            </Text>
          )}
          {choice.start && who.kind === "client" && (
            <div>
              <TheirTime start={choice.start} end={plusMinutes(choice.start, duration)} zone={who.client?.zone} />
            </div>
          )}
        </Row>
        {repeat.every === "never" ? (
          <Row name={m.repeat_label()} onEdit={() => onGo("when")} step={m.repeat_label()}>
            {m.repeat_never()}
          </Row>
        ) : (
          items && (
            <Row name={m.repeat_label()} onEdit={() => onGo("series")} step={m.step_series()}>
              <SeriesWords booking={booking} />
            </Row>
          )
        )}
        {booking.title && <Row name={m.title_label()}>{booking.title}</Row>}
        {booking.description && <Row name={m.description_label()}>{booking.description}</Row>}
      </dl>
      {booking.kind === "video" && (ends > now() || booking.repeat.every !== "never") && (
        <Text size="sm" c="dimmed">
          {account?.state === "not_set" || account?.state === "refused" ? m.check_room_no_key() : m.check_room()}
        </Text>
      )}
      {refusal?.code !== "busy_elsewhere" && <BusyWarning times={busy} />}
      {refusal && (
        <BookingRefusal
          refusal={refusal}
          onElsewhere={() => onGo("when")}
          onAnyway={
            mayInsist(refusal) && (booking.repeat.every === "never" || refusal.code !== "calendar_unread")
              ? onAnyway
              : undefined
          }
        />
      )}
    </Stack>
  );
}

/** "Chaque semaine · 6 rendez-vous · dernier : mardi 5 janvier, 10:00" */
function SeriesWords({ booking: { repeat, items } }: { booking: Booking }) {
  const words = useTimeWords(useToday());
  const made = kept(items ?? []);
  const last = made
    .map(({ start }) => start)
    .toSorted()
    .at(-1);
  return (
    <>
      {[
        repeat.every !== "never" && everyWords(repeat.every),
        m.day_count({ count: made.length }),
        last && m.series_last({ when: words.moment(last) }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </>
  );
}

type RowProps = { name: string; children: ReactNode; onEdit?: () => void; step?: string };

function Row({ name, children, onEdit, step }: RowProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd>
        {onEdit && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={onEdit}
            aria-label={m.edit_step({ step: step ?? name })}
          >
            {m.edit()}
          </Anchor>
        )}
      </dd>
    </>
  );
}
