import { useQuery } from "@tanstack/react-query";
import { availability } from "@/api/availability";
import { Calendars } from "./calendars";
import { Exceptions } from "./exceptions";
import { Loaded } from "./loaded";
import { WeeklyEditor } from "./weekly-editor";

export function AvailabilityTab() {
  const found = useQuery(availability);
  return (
    <Loaded of={found} sections>
      {(now) => (
        <>
          <WeeklyEditor key={JSON.stringify(now.weekly)} weekly={now.weekly} />
          <Exceptions availability={now} />
          <Calendars />
        </>
      )}
    </Loaded>
  );
}
