import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { claims, keys } from "./keys";
import { parseQuery } from "./parse-query";
import { printQuery } from "./print-query";
import type { Part } from "./query";
import { searchWordsOf } from "./search-words";

const now = new Date("2026-11-29T12:00:00Z");
const parse = (text: string) => parseQuery(text, { now });
const parts = (text: string) => parse(text).parts;
const again = (text: string) => printQuery(parts(text));

const condition = (key: string, ...values: string[]): Part => ({
  kind: "condition",
  key,
  is: ":",
  values,
});
const word = (text: string): Part => ({ kind: "word", text });

describe("parseQuery", () => {
  test("reads words, phrases, conditions and what is taken out", () => {
    expect(
      parts('rent "60 days" type:contract -type:invoice project:"Office move" -draft amount>5,000'),
    ).toEqual([
      word("rent"),
      { kind: "phrase", text: "60 days" },
      condition("type", "contract"),
      { kind: "not", of: condition("type", "invoice") },
      condition("project", "Office move"),
      { kind: "not", of: word("draft") },
      { kind: "condition", key: "amount", is: ">", values: ["5000"] },
    ]);
  });

  test("joins the neighbours of OR, and reads brackets", () => {
    expect(parts("a OR b c")).toEqual([{ kind: "any", of: [word("a"), word("b")] }, word("c")]);
    expect(parts("(a b) OR -c")).toEqual([
      {
        kind: "any",
        of: [
          { kind: "all", of: [word("a"), word("b")] },
          { kind: "not", of: word("c") },
        ],
      },
    ]);
    expect(parts("NOT draft")).toEqual([{ kind: "not", of: word("draft") }]);
  });

  test("takes other spellings of keys and values, and several values", () => {
    expect(again("lang:de,FR state:needs-review is:unread on:2026")).toBe(
      "language:de,FR status:needs_review is:unread-by-me date:2026",
    );
  });

  test("takes a comparison with any name as one with a field of a card", () => {
    expect(again('total>=100 field."Invoice Number":A-1 field.rent:100..200')).toBe(
      "field.total>=100 field.invoice-number:A-1 field.rent:100..200",
    );
  });

  test.each([
    ["typ:invoice lease", "typ invoice lease", "There is no filter", "type:invoice"],
    ["status:redy lease", "lease", "has no value “redy”", "status:ready"],
    ["after:soon lease", "lease", "needs a day", null],
    ["amount>lots lease", "lease", "needs a number", null],
    ["type>3 lease", "lease", "takes a colon", "type:contract"],
  ])("says what is wrong in %s and searches the rest", (text, rest, message, suggestion) => {
    const { parts: read, troubles } = parse(text);
    expect(printQuery(read)).toBe(rest);
    expect(troubles).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message), suggestion }),
    ]);
  });

  test.each([
    "https://example.test/a?b=c",
    "10:30",
    "R&D",
    "C++",
    "a:",
    "-",
    "--",
    "( )",
    "OR",
    '"',
  ])("finds no trouble in %s", (text) => expect(parse(text).troubles).toEqual([]));

  test("prints what reads as the same parts around brackets, minuses and quoted names", () => {
    for (const text of ["type:>(", "NOT (-)", "-NOT (a type:contract)", String.raw`field."a\"b":1`])
      expect(parts(again(text))).toEqual(parts(text));
    expect(again("type:>(")).toBe('type:">"');
    expect(again("-NOT (a type:contract)")).toBe("a type:contract");
  });

  test("never throws, and its canonical text reads as the same parts", () => {
    const pieces = fc.oneof(
      fc.constantFrom(...keys.map(({ example }) => example)),
      fc.constantFrom(
        "(",
        ")",
        "OR",
        "-",
        "NOT",
        '"',
        ":",
        ">",
        " ",
        ",",
        "\\",
        "..",
        "type:",
        "field.",
      ),
      fc.string({ maxLength: 6, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (given) => {
        const read = parts(given.join(""));
        expect(parts(printQuery(read))).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });

  test("reads what it prints, whatever the parts are", () => {
    const name = fc.stringMatching(/^[a-z0-9äß.#&]{1,6}$/);
    const text = fc
      .string({ minLength: 1, maxLength: 8 })
      .map((each) => each.trim())
      .filter(Boolean);
    const leaf: fc.Arbitrary<Part> = fc.oneof(
      name.map(word),
      text.map((phrase): Part => ({ kind: "phrase", text: phrase })),
      fc
        .uniqueArray(text, { minLength: 1, maxLength: 3 })
        .map((values) => condition("type", ...values)),
      fc.constantFrom(...claims).map((claim) => condition("is", claim)),
    );
    const negated = leaf.map((of): Part => ({ kind: "not", of }));
    const simple = fc.oneof(leaf, negated);
    const all = fc
      .array(simple, { minLength: 2, maxLength: 3 })
      .map((of): Part => ({ kind: "all", of }));
    const any = fc
      .array(fc.oneof(simple, all), { minLength: 2, maxLength: 3 })
      .map((of): Part => ({ kind: "any", of }));
    fc.assert(
      fc.property(fc.array(fc.oneof(simple, any), { maxLength: 5 }), (given) => {
        expect(parts(printQuery(given))).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("searchWordsOf", () => {
  const split = (text: string) => {
    const { conditions, ...words } = searchWordsOf(parts(text));
    return { ...words, conditions: printQuery(conditions) };
  };

  test("ranks by words, demands phrases and leaves documents to conditions", () => {
    expect(split('rent "in arrears" -draft type:contract (is:mine OR from:acme)')).toEqual({
      text: "rent in arrears",
      phrases: ["in arrears"],
      without: ["draft"],
      conditions: "type:contract (is:mine OR from:acme)",
    });
  });

  test("demands no phrase that is only one of several choices", () => {
    expect(split('"a b" OR c')).toMatchObject({ text: "a b c", phrases: [], conditions: "" });
  });
});
