import { expect, it } from "vitest";
import { usualType } from "@/api/usual-type";
import { frenchAgenda } from "../../dev/agenda";

const agenda = frenchAgenda(Date.parse("2026-11-24T08:52:00Z"));

it("proposes what a client came for last, unless it was cancelled or is no longer offered", () => {
  const past = (typeId: string, start: string, status: "completed" | "cancelled" = "completed") => ({
    typeId,
    start,
    status,
  });
  const history = [
    past("t-decouverte", "2026-10-01"),
    past("t-seance", "2026-11-01"),
    past("t-bilan", "2026-11-20", "cancelled"),
  ];
  expect(usualType(history, agenda.types)?.id).toBe("t-seance");
  expect(usualType(history, agenda.types.slice(0, 1))).toBeUndefined();
  expect(usualType([], agenda.types)).toBeUndefined();
});
