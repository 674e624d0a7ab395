import { useQuery } from "@tanstack/react-query";
import { availability } from "@/api/availability";
import { Exceptions } from "./exceptions";
import { Loaded } from "./loaded";
import { WeeklyEditor } from "./weekly-editor";

export function AvailabilityTab() {
  const found = useQuery(availability);
  return (
    <Loaded of={found}>
      {({ weekly, exceptions }) => (
        <>
          <WeeklyEditor key={JSON.stringify(weekly)} weekly={weekly} />
          <Exceptions exceptions={exceptions} />
        </>
      )}
    </Loaded>
  );
}
