import { useQuery } from "@tanstack/react-query";
import { session, settings } from "@/api/session";
import { AgendaForm, agendaOf } from "./agenda-form";
import { Appearance } from "./appearance";
import { DesktopSection } from "./desktop-section";
import { Loaded } from "./loaded";

export function GeneralTab() {
  const found = useQuery(settings);
  const { data } = useQuery(session);
  return (
    <Loaded of={found} sections>
      {(now) => (
        <>
          <Appearance settings={now} />
          <AgendaForm key={agendaOf(now)} settings={now} zones={data?.zones ?? []} />
          <DesktopSection />
        </>
      )}
    </Loaded>
  );
}
