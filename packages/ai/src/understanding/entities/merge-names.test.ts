import { describe, expect, test } from "vitest";

import type { Entity } from "../../ai";
import { mergeNames } from "./merge-names";

let place = 0;
const anEntity = (kind: Entity["kind"], text: string): Entity => ({
  kind,
  text,
  confidence: 0.9,
  evidence: [[place++, place]],
});
const merged = (...entities: Entity[]) =>
  mergeNames(entities).map(({ text, evidence }) => [text, evidence.length]);

describe("mergeNames", () => {
  test("folds legal forms, case and accents of organisations", () => {
    expect(
      merged(
        anEntity("organisation", "Acme"),
        anEntity("organisation", "ACME GmbH"),
        anEntity("organisation", "Acme Tools GmbH"),
      ),
    ).toEqual([
      ["ACME GmbH", 2],
      ["Acme Tools GmbH", 1],
    ]);
  });

  test("strips titles, and takes a last name for the one full name that it fits", () => {
    expect(
      merged(
        anEntity("person", "Dr. Anna Keller"),
        anEntity("person", "A. Keller"),
        anEntity("person", "Ms Keller"),
      ),
    ).toEqual([["Anna Keller", 3]]);
  });

  test("leaves a last name alone that two people have", () => {
    expect(
      merged(
        anEntity("person", "Anna Keller"),
        anEntity("person", "Bernd Keller"),
        anEntity("person", "Keller"),
        anEntity("person", "B. Keller"),
      ),
    ).toEqual([
      ["Anna Keller", 1],
      ["Bernd Keller", 2],
      ["Keller", 1],
    ]);
  });

  test("never merges different kinds, and leaves dates as they are", () => {
    expect(
      merged(
        anEntity("place", "Keller"),
        anEntity("organisation", "Keller AG"),
        anEntity("date", "3 May 1980"),
      ),
    ).toHaveLength(3);
  });
});
