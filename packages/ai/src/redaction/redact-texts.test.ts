import {
  redactionActions,
  redactionKinds,
} from "@besunny/document-model/statements/redaction-kinds";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Detail } from "./detail";
import { everyKindReplaced, usualActions } from "./policy";
import { redactTexts } from "./redact-texts";
import { withoutOverlaps } from "./without-overlaps";

const person = (text: string, name: string, group = name): Detail => {
  const start = text.indexOf(name);
  return { kind: "person", group, start, end: start + name.length };
};

const kinds = fc.constantFrom(...redactionKinds);
const pieces = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "[PERSON_1]",
      "person_2",
      "[",
      "]",
      "\n",
      '"',
      "\\",
      "[IBAN_1",
      "Anna Kovács",
      " ",
    ),
  ),
);
const text = pieces.map((parts) => parts.join(""));

/** A text with details at any places, which may overlap. */
const withDetails = text.chain((written) =>
  fc.record({
    written: fc.constant(written),
    details: fc.array(
      fc.record({
        kind: kinds,
        start: fc.nat({ max: written.length }),
        length: fc.nat({ max: 12 }),
        group: fc.constantFrom("a", "b", "c"),
      }),
    ),
  }),
);
const policies = fc
  .array(fc.constantFrom(...redactionActions), {
    minLength: redactionKinds.length,
    maxLength: redactionKinds.length,
  })
  .map((actions) => ({
    ...usualActions,
    ...Object.fromEntries(redactionKinds.map((kind, at) => [kind, actions[at]])),
  }));

type Given = { written: string; details: (Omit<Detail, "end"> & { length: number })[] };

const toDetails = ({ written, details }: Given): Detail[] =>
  details.map(({ kind, start, length, group }) => ({
    kind,
    group,
    start,
    end: Math.min(written.length, start + length),
  }));

describe("texts that leave", () => {
  test("come back as they were, for any texts, details and policy", () => {
    fc.assert(
      fc.property(fc.array(withDetails, { maxLength: 4 }), policies, (all, actions) => {
        const texts = all.map(({ written }) => written);
        const redacted = redactTexts(texts, all.map(toDetails), actions);
        expect(redacted.texts.map((each) => redacted.restore(each))).toEqual(texts);
      }),
      { numRuns: 1_000 },
    );
  });

  test("hold nothing that was found", () => {
    fc.assert(
      fc.property(withDetails, (one) => {
        const details = toDetails(one);
        let kept = "";
        let last = 0;
        for (const { start, end } of withoutOverlaps(one.written, details).sort(
          (a, b) => a.start - b.start,
        )) {
          if (start > last) kept += one.written.slice(last, start);
          last = Math.max(last, end);
        }
        kept += one.written.slice(last);
        const own = redactTexts([one.written], [details], everyKindReplaced);
        const rest = own.tokens.reduce(
          (sent, { token }) => sent.replaceAll(token, ""),
          own.texts[0] ?? "",
        );
        const signs = (written: string) => written.replace(/[^\p{L}\p{N}]/gu, "");
        expect(signs(rest)).toBe(signs(kept));
      }),
    );
  });
});

describe("a token", () => {
  const letter = "Anna Kovács signs. KOVÁCS pays. Mr Kovács's key is with Peter Müller.";
  const details = [
    person(letter, "Anna Kovács", "anna kovacs"),
    person(letter, "KOVÁCS", "anna kovacs"),
    { ...person(letter, "Kovács's", "anna kovacs"), end: letter.indexOf("'s") },
    person(letter, "Peter Müller", "peter muller"),
  ];
  const redacted = redactTexts(
    [letter, "Who is Müller?"],
    [details, [person("Who is Müller?", "Müller", "peter muller")]],
    usualActions,
  );

  test("is the same for the same person in all texts", () => {
    expect(redacted.texts).toEqual([
      "[PERSON_1] signs. [PERSON_1] pays. Mr [PERSON_1]'s key is with [PERSON_2].",
      "Who is [PERSON_2]?",
    ]);
    expect(redacted.replaced).toEqual({ person: 2 });
  });

  test("is restored as the quoted place writes it, and as the fullest name elsewhere", () => {
    expect(redacted.restore("[PERSON_1] pays. Mr [PERSON_1]'s key")).toBe(
      "KOVÁCS pays. Mr Kovács's key",
    );
    expect(redacted.restore("[PERSON_1]")).toBe("Anna Kovács");
    expect(redacted.restore("It is [PERSON_2] who has it.")).toBe("It is Peter Müller who has it.");
  });

  test.each([
    ["[person_1] and [Person_2]", "Anna Kovács and Peter Müller"],
    ["PERSON_1's rent", "Anna Kovács's rent"],
    ["[PERSON_1]'s rent", "Anna Kovács's rent"],
    ["[Person 1] rents", "Anna Kovács rents"],
    ["\\[PERSON\\_1\\] rents", "Anna Kovács rents"],
    ["**[PERSON_1]** rents", "**Anna Kovács** rents"],
    ["person 1 of 3 rents", "person 1 of 3 rents"],
    ["[PERSON_12] rents", "[PERSON_12] rents"],
  ])("is known as the model writes it: %s", (written, restored) => {
    expect(redacted.restore(written)).toBe(restored);
  });

  test("that the model invents stays and is reported", () => {
    const invented: string[] = [];
    const restored = redacted.restore("[PERSON_1] met [PERSON_7] and [IBAN_1].", (token) =>
      invented.push(token),
    );
    expect(restored).toBe("Anna Kovács met [PERSON_7] and [IBAN_1].");
    expect(invented).toEqual(["[PERSON_7]", "[IBAN_1]"]);
  });

  test("that stands in the text already keeps its number and its place", () => {
    const template = "[PERSON_1] is a blank, and person_2 too. Anna Kovács signs.";
    const { texts, restore } = redactTexts(
      [template],
      [[person(template, "Anna Kovács")]],
      usualActions,
    );
    expect(texts).toEqual(["[PERSON_1] is a blank, and person_2 too. [PERSON_3] signs."]);
    expect(restore("Who is [PERSON_1]? [PERSON_3] knows.")).toBe(
      "Who is [PERSON_1]? Anna Kovács knows.",
    );
  });

  test("keeps JSON whole, whatever it stands for", () => {
    const odd = 'Anna "Ann"\nKovács';
    const { restore } = redactTexts([`${odd} signs.`], [[person(odd, odd)]], usualActions);
    expect(JSON.parse(restore('{"who": "[PERSON_1]", "list": ["[PERSON_1] and others"]}'))).toEqual(
      {
        who: 'Anna "Ann" Kovács',
        list: ['Anna "Ann" Kovács and others'],
      },
    );
  });
});

test("a detail within another leaves with it, and the rest of one that overlaps has a token of its own", () => {
  const written = "12 Kovács Street, Kovács Anna";
  const address: Detail = { kind: "address", group: "12", start: 0, end: 24 };
  const names = [
    person(written, "Kovács Street", "s"),
    { ...person(written, "Kovács Anna", "a"), start: 18, end: 29 },
  ];
  const { texts } = redactTexts([written], [[address, ...names]], everyKindReplaced);
  expect(texts).toEqual(["[ADDRESS_1][PERSON_1]"]);
});

test("a kind that may not leave is named, and a kind that is left stays", () => {
  const written = "Anna Kovács, DE89370400440532013000";
  const iban: Detail = { kind: "iban", group: "x", start: 13, end: written.length };
  const actions = { ...usualActions, person: "leave", iban: "refuse" } as const;
  const { texts, refused } = redactTexts(
    [written],
    [[person(written, "Anna Kovács"), iban]],
    actions,
  );
  expect(refused).toEqual(["iban"]);
  expect(texts).toEqual(["Anna Kovács, [IBAN_1]"]);
});
