import { expect, test } from "vitest";
import { bestFirst } from "@/text/search";

const order = (names: string[], search: string) =>
  bestFirst(
    names.map((name) => ({ name })),
    search,
  ).map(({ name }) => name);

test("who begins with what was typed comes first, then who has a word that does", () => {
  const names = ["Julien Marchand", "Léa Demarcq", "Marc Petit", "Anne-Marceline Roy", "Élodie Marc"];
  expect(order(names, "marc")).toEqual([
    "Marc Petit",
    "Julien Marchand",
    "Anne-Marceline Roy",
    "Élodie Marc",
    "Léa Demarcq",
  ]);
});

test("accents, capitals and blanks around do not matter", () => {
  expect(order(["Cléo d’Élan", "Élodie", "Zoé"], " ÉL ")).toEqual(["Élodie", "Cléo d’Élan", "Zoé"]);
});

test("what asks for nobody keeps the order", () => {
  expect(order(["B", "A"], "")).toEqual(["B", "A"]);
});
