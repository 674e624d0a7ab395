// Everything about one appointment, and each thing its status allows.
import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type AppointmentDetails, appointment as appointmentQuery } from "@/api/appointments";
import { asFailure } from "@/api/failure";
import { StatusBadge } from "@/components/appointment-card";
import { FailureScreen } from "@/components/failure-screen";
import { useKeptFocus } from "@/components/kept-focus";
import { LeaveWindow } from "@/components/leave-window";
import { TypeDot } from "@/components/type-dot";
import { Waiting } from "@/components/waiting";
import { Window } from "@/components/window";
import { useWindows } from "@/components/windows";
import { m } from "@/paraglide/messages.js";
import { failureWords } from "@/text/failure";
import { CancelForm } from "./cancel-form";
import { DetailActions } from "./detail-actions";
import { Details } from "./details";
import { EditForm } from "./edit-form";
import { MoveForm } from "./move-form";
import { ProfileForm } from "./profile-form";

export type Mode = "details" | "edit" | "move" | "cancel" | "profile";

const doing: Record<Exclude<Mode, "details">, () => string> = {
  edit: m.edit_appointment,
  move: m.move_appointment,
  cancel: m.cancel_confirm,
  profile: m.profile_create,
};

/** "Déplacer le rendez-vous · Léa Dupuis"; to read it, the name alone. */
function titleOf(mode: Mode, name: string | undefined): string {
  if (mode === "details") return name ?? m.appointment();
  return name ? `${doing[mode]()} · ${name}` : doing[mode]();
}

/** `act`: the window was opened to do this, not to read. */
export default function AppointmentWindow({ id, act = "details" }: { id: string; act?: Mode }) {
  const { close } = useWindows();
  const [mode, setMode] = useState<Mode>(act);
  const [changed, setChanged] = useState(false);
  /** Where to, once the question whether to lose the changes is answered. */
  const [leaving, setLeaving] = useState<"details" | "page" | null>(null);
  const { data, error, refetch } = useQuery(appointmentQuery(id));
  const appointment = data?.appointment;
  const go = (to: "details" | "page") => {
    setLeaving(null);
    if (to === "page") close();
    else setMode("details");
  };
  const leave = (to: "details" | "page") => (changed ? setLeaving(to) : go(to));
  return (
    <Window
      onClose={() => leave("page")}
      size={mode === "move" ? 720 : 640}
      closeOnEscape={mode === "details"}
      closeOnClickOutside={mode === "details"}
      title={
        <Group gap="xs" component="span">
          {appointment && <TypeDot colour={appointment.colour} />}
          <span>{titleOf(mode, appointment?.person.name)}</span>
          {appointment && <StatusBadge status={appointment.status} />}
        </Group>
      }
    >
      {error ? (
        <FailureScreen {...failureWords(asFailure(error).code)} onRetry={() => void refetch()} />
      ) : data ? (
        <Content
          details={data}
          mode={mode}
          onMode={setMode}
          onClose={close}
          onLeave={() => leave("details")}
          onChanged={setChanged}
        />
      ) : (
        <Waiting rows={9} height={26} />
      )}
      {leaving && (
        <LeaveWindow
          words={{
            title: m.leave_changes_title(),
            text: m.leave_text(),
            leave: m.leave_discard(),
            stay: m.leave_stay(),
          }}
          onStay={() => setLeaving(null)}
          onLeave={() => go(leaving)}
        />
      )}
    </Window>
  );
}

type Leaving = { onLeave: () => void; onChanged: (changed: boolean) => void };
type ReadingProps = { details: AppointmentDetails; onMode: (mode: Mode) => void; onClose: () => void };

function Content({ details, mode, onMode, onClose, ...leaving }: ReadingProps & Leaving & { mode: Mode }) {
  if (mode === "details") return <Reading details={details} onMode={onMode} onClose={onClose} />;
  return <FormOf key={mode} mode={mode} details={details} onDone={() => onMode("details")} {...leaving} />;
}

function Reading({ details, onMode, onClose }: ReadingProps) {
  const place = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={place}>
      <Details details={details} onLeave={onClose} />
      <DetailActions appointment={details.appointment} onMode={onMode} />
    </div>
  );
}

const forms = { edit: EditForm, move: MoveForm, cancel: CancelForm, profile: ProfileForm };
type FormProps = Leaving & { mode: keyof typeof forms; details: AppointmentDetails; onDone: () => void };

function FormOf({ mode, ...props }: FormProps) {
  const Form = forms[mode];
  const place = useKeptFocus<HTMLDivElement>();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the form first, the window next
    <div ref={place} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && props.onLeave()}>
      <Form {...props} />
    </div>
  );
}
