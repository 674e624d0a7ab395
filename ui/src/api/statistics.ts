import { read, write } from "./call";

export type {
  Cancellations,
  CancelNotice,
  MonthShare,
  PeriodFigures,
  Share,
  Statistics,
  StatisticsTable,
  Tally,
} from "./bindings";
export const statistics = (from: string, to: string) => read("getStatistics", from, to);
export const saveStatistics = write("saveStatistics");
