import { useCivil } from "./civil";
import { useNow } from "./ticking";
import { todayIn } from "./zone";

/** The date it is at the coach's, renewed when the local day ends. */
export function useToday(): string {
  const { zone } = useCivil();
  return todayIn(useNow(60_000), zone);
}
