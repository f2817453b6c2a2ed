import { describe, expect, test } from "vitest";

import { findNeedles } from "./find-needles";
import { groupNames, type Name } from "./group-names";

const person = (text: string): Name => ({ kind: "person", text });
const never = () => false;

/** The words of a text that stand for the names, with whose they are. */
function found(
  text: string,
  names: readonly Name[],
  isOrdinary: (word: string) => boolean = never,
) {
  return findNeedles(text, groupNames(names, isOrdinary)).map(({ group, start, end }) => [
    text.slice(start, end),
    group,
  ]);
}

describe("a person", () => {
  const anna = "anna kovacs";

  test.each([
    ["Mrs Kovács pays.", "Kovács"],
    ["KOVÁCS PAYS.", "KOVÁCS"],
    ["Anna pays.", "Anna"],
    ["A. Kovács pays.", "A. Kovács"],
    ["Kovács, Anna pays.", "Kovács, Anna"],
    ["Anna\nKovács pays.", "Anna\nKovács"],
    ["Ko-\nvács pays.", "Ko-\nvács"],
    ["Kovacs pays.", "Kovacs"],
    ["It is Kovács's rent.", "Kovács"],
    ["Die Miete Kovács' ist hoch.", "Kovács"],
    ["Kovácsnak is küldök.", "Kovácsnak"],
    ["kovacs_anna_lease.pdf", "kovacs_anna"],
    ["lease-kovacs.pdf", "kovacs"],
    ["KovacsLease.pdf", "Kovacs"],
    ["kovacs said that anna pays", "kovacs"],
  ])("is found in: %s", (text, written) => {
    expect(found(text, [person("Anna Kovács")])[0]).toEqual([written, anna]);
  });

  test("with a German name is found in both spellings, with its ending", () => {
    const text = "Müllers Vertrag und der Vertrag von Jürgen Mueller";
    expect(found(text, [person("Jürgen Müller")])).toEqual([
      ["Müllers", "jurgen muller"],
      ["Jürgen Mueller", "jurgen muller"],
    ]);
  });

  test("is not found in longer words, nor in small words that a last name may be", () => {
    expect(
      found("Kovácsovics has a bakery; the baker is brown.", [
        person("Anna Kovács"),
        person("Tom Baker"),
      ]),
    ).toEqual([]);
  });

  test("is one, whatever part of the name is written, and two people of one last name share only that", () => {
    const names = [person("Anna Kovács"), person("Kovács"), person("Peter Kovács")];
    expect(found("Anna met Peter. Kovács pays. Anna Kovács signs.", names)).toEqual([
      ["Anna", anna],
      ["Peter", "kovacs peter"],
      ["Kovács", "kovacs"],
      ["Anna Kovács", anna],
    ]);
  });

  test("with a particle or a hyphen is found by the last name", () => {
    expect(
      found("Frau von Ahlefeld, Frau Kühne-Wolf und Wolf", [
        person("Friederike von Ahlefeld"),
        person("Sabine Kühne-Wolf"),
      ]).map(([words]) => words),
    ).toEqual(["von Ahlefeld", "Kühne-Wolf", "Wolf"]);
  });

  test("of another document is looked for as a whole only", () => {
    const needles = groupNames([], never, [person("will terms")]);
    const text = "Will Terms signs. The Terms apply. Will it?";
    expect(findNeedles(text, needles).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Will Terms",
    ]);
  });

  test("has no part that is an ordinary word of the texts", () => {
    const isOrdinary = (word: string) => word === "terms";
    expect(
      found("The Terms of Grace Terms", [person("Grace Terms")], isOrdinary).map(
        ([words]) => words,
      ),
    ).toEqual(["Grace Terms"]);
  });
});

test("an organisation is found with and without its legal form", () => {
  const names: Name[] = [{ kind: "organisation", text: "Alder Metals GmbH" }];
  expect(found("Alder Metals GmbH and ALDER METALS", names).map(([words]) => words)).toEqual([
    "Alder Metals GmbH",
    "ALDER METALS",
  ]);
});
