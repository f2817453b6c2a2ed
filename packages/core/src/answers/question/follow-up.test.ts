import { describe, expect, test } from "vitest";
import {
  asksBarely,
  asksOfThem,
  comparingOf,
  isElliptic,
  linkOf,
  placeOf,
  withoutOpening,
} from "./follow-up";

test.each([
  ["And how can it be terminated?", "opens"],
  ["what about the amendment?", "opens"],
  ["und 2025?", "opens"],
  ["Et en 2025 ?", "opens"],
  ["¿Y en 2025?", "opens"],
  ["No, I meant the lease", "corrects"],
  ["no, the one from March", "corrects"],
  ["Nein, ich meinte den Mietvertrag", "corrects"],
  ["Non, je parlais du bail", "corrects"],
  ["No, me refería al contrato", "corrects"],
  ["Who signed it?", "points"],
  ["When does her contract end?", "points"],
  ["Wie lang ist ihre Probezeit?", "points"],
  ["Quelle est sa durée ?", "points"],
  ["¿Cuál es su plazo?", "points"],
  ["Which law governs the Acme agreement?", null],
  ["How many invoices do we have?", null],
  ["How many invoices are there?", null],
  ["No of invoices", null],
  ["Combien de factures y a-t-il en 2025 ?", null],
  ["¿Cuántas facturas hay en 2025?", null],
  ["Welche Frist nennen Sie im Vertrag?", null],
])("%s refers to what was said before by %s", (question, link) => {
  expect(linkOf(question)).toBe(link);
});

test.each([
  ["And how can it be terminated?", "how can it be terminated?"],
  ["What about the amendment?", "the amendment?"],
  ["and what about the rent?", "the rent?"],
  ["No, I meant the lease", "the lease"],
  ["no, not the lease, the amendment", "the amendment"],
  ["Nein, ich meinte den Nachtrag", "den Nachtrag"],
  ["¿Y en 2025?", "en 2025?"],
  ["And", "And"],
])("%s without its opening is %s", (question, own) => {
  expect(withoutOpening(question)).toBe(own);
});

test("a few words without a verb put something else into the question before", () => {
  expect(isElliptic("and in 2025?")).toBe(true);
  expect(isElliptic("Und die Kaution?")).toBe(true);
  expect(isElliptic("and how can it be terminated?")).toBe(false);
});

test.each(["when?", "From when?", "bis wann?", "Et pourquoi ?", "¿Y cuándo?", "how much?"])(
  "%s is nothing but the word that asks",
  (question) => expect(asksBarely(question)).toBe(true),
);

describe("a place in what was listed", () => {
  test.each([
    ["and the second one?", 1],
    ["who signed the first one?", 0],
    ["the last of them", -1],
    ["What about the other one?", "other"],
    ["Und der zweite?", 1],
    ["Wann endet der andere?", "other"],
    ["Et le deuxième ?", 1],
    ["¿Y la otra?", "other"],
    ["the second amendment", null],
    ["Was steht im zweiten Nachtrag?", null],
    ["What was the revenue in the first quarter?", null],
    ["le premier trimestre", null],
  ])("%s: %s", (question, place) => expect(placeOf(question)).toBe(place));
});

test.each([
  ["which is higher?", "largest"],
  ["And which one ends first?", "smallest"],
  ["Welche ist höher?", "largest"],
  ["Laquelle est la moins chère ?", "smallest"],
  ["¿Cuál es más cara?", "largest"],
  ["What is it?", null],
])("%s compares for the %s", (question, fold) => expect(comparingOf(question)).toBe(fold));

test("some of those that were listed are meant", () => {
  expect(asksOfThem("How many of them end in 2027?")).toBe(true);
  expect(asksOfThem("Wie viele davon sind bezahlt?")).toBe(true);
  expect(asksOfThem("How many are there?")).toBe(false);
});
