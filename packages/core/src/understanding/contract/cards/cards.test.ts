import { describe, expect, test } from "vitest";

import { taxonomy } from "../taxonomy";
import { allFields, cardOf, typesWithCard } from "./cards";

describe("cards", () => {
  test("every type has a card, and no other has one", () => {
    expect([...typesWithCard].sort()).toEqual(taxonomy.map(({ name }) => name).sort());
    for (const type of typesWithCard) expect([type, cardOf(type).length]).not.toEqual([type, 0]);
  });

  test("every field is described once, is asked for by a type, and has labels", () => {
    const names = allFields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const used = new Set(typesWithCard.flatMap((type) => cardOf(type).map(({ name }) => name)));
    expect(names.filter((name) => !used.has(name))).toEqual([]);
    for (const { name, labels, meaning } of allFields) {
      expect([name, labels.length > 0]).toEqual([name, true]);
      expect([name, meaning.endsWith(".")]).toEqual([name, true]);
    }
  });

  test("a card names no field twice and marks what such a document must have", () => {
    for (const type of typesWithCard) {
      const names = cardOf(type).map(({ name }) => name);
      expect([type, new Set(names).size]).toEqual([type, names.length]);
    }
    expect(
      cardOf("receipt")
        .filter(({ isRequired }) => isRequired)
        .map(({ name }) => name),
    ).toEqual(["supplier", "date", "total"]);
  });
});
