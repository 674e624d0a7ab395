import type { Holiday, PublicHoliday } from "../src/api/bindings";

/** Those of fixed date only: the movable ones are Rust's. */
export function holidaysOf(year: number): PublicHoliday[] {
  const fixed: [string, Holiday][] = [
    ["01-01", "new_year"],
    ["05-01", "labour_day"],
    ["05-08", "victory1945"],
    ["07-14", "national_day"],
    ["08-15", "assumption"],
    ["11-01", "all_saints"],
    ["11-11", "armistice1918"],
    ["12-25", "christmas"],
    ["12-26", "saint_stephen"],
  ];
  return fixed.map(([day, holiday]) => ({ date: `${year}-${day}`, holiday, regional: holiday === "saint_stephen" }));
}
