import { sentencesOfText } from "@besunny/document-model/sentences";
import { describe, expect, test } from "vitest";
import type { DocumentInput } from "../../ai";
import type { DocumentView } from "../document-view";
import { isCourtesy, isDependent } from "./openings";
import { outlineOf } from "./outline";
import { isReadable } from "./readable";
import { summarise } from "./summarise";

/** A view whose vectors are all alike, so that place, length and words decide. */
function viewOf(text: string): DocumentView {
  const sentences = sentencesOfText(text).map((span) => ({ span, text: text.slice(...span) }));
  const own = { title: "", fileName: "", format: "txt", blocks: [], pageCount: 1, metadata: {} };
  const document: DocumentInput = { ...own, text };
  return {
    document,
    sentences,
    parts: [[0, text.length]],
    embedded: [],
    chunks: [],
    passages: [],
    tokensOf: () => null,
    vectorOf: () => Float32Array.of(1, 0),
  };
}

const readable = (text: string, code = "en") => isReadable({ span: [0, text.length], text }, code);

test.each([
  ["en", "However, the rent is due on the first day of each month."],
  ["en", "This means that the rent is due on the first day."],
  ["de", "Daher ist die Miete am ersten Tag des Monats fällig."],
  ["fr", "Cependant, le loyer est dû le premier jour du mois."],
  ["es", "Sin embargo, la renta vence el primer día del mes."],
])("%s: %j needs the sentence before it", (_, text) => {
  expect(isDependent(text)).toBe(true);
});

test.each([
  "This agreement is made between Oak Homes Ltd and Daniel Osei.",
  "Diese Richtlinie gilt für alle Beschäftigten der Gesellschaft.",
  "The rent is due on the first day of each month.",
  "Das Unternehmen zahlt die Miete im Voraus.",
])("%j can be read by itself", (text) => {
  expect(isDependent(text)).toBe(false);
});

test.each(["Dear Ms Osei, we write to you.", "Mit freundlichen Grüßen Ihre Hausverwaltung."])(
  "%j is a courtesy",
  (text) => {
    expect(isCourtesy(text)).toBe(true);
  },
);

describe("isReadable", () => {
  test("takes a whole sentence", () => {
    expect(
      readable("The tenant shall pay the rent in advance on the first day of each month."),
    ).toBe(true);
  });

  test.each([
    ["a heading", "Terms and Conditions of the Lease"],
    ["a line of contents", "Payment of the rent and of the deposit ........ 12."],
    ["an address", "Oak Homes Ltd, Mill Lane House, Bristol Somerset England."],
    ["the end of a sentence", "and shall be returned at the end of the tenancy."],
    ["half a quotation", 'He said "the rent is due on the first day of each month.'],
    ["a link", "The rent is told at https://oakhomes.example for all of the houses."],
  ])("leaves out %s", (_, text) => {
    expect(readable(text)).toBe(false);
  });
});

const text = `The council of the town decided to build a new bridge over the river in the spring of next year.
It will have two lanes for cars and one for people on bicycles who come from the school.
The old bridge from the last century must be closed because its piers are no longer safe for lorries.
However, people may walk over it until the new bridge is opened by the mayor of the town.
The costs are shared by the town and by the county, which pays the larger part of the sum.
Each house beside the river gets a letter that explains where the road is closed and for how long.`;

describe("summarise", () => {
  test("takes three to five whole sentences, one or two of them for the short form", () => {
    const summary = summarise(viewOf(text), "en");
    expect(summary.length).toBeGreaterThanOrEqual(3);
    expect(summary.length).toBeLessThanOrEqual(5);
    const short = summary.filter(({ isShort }) => isShort);
    expect(short.length).toBeGreaterThanOrEqual(1);
    expect(short.length).toBeLessThanOrEqual(2);
    for (const { text: sentence, evidence } of summary)
      expect(text.slice(...(evidence[0] ?? [0, 0]))).toBe(sentence);
  });

  test("takes a sentence that refers to another one only after that one, in both forms", () => {
    const all = sentencesOfText(text).map((span) => text.slice(...span));
    const summary = summarise(viewOf(text), "en");
    const forms = [summary, summary.filter(({ isShort }) => isShort)];
    for (const form of forms.map((each) => each.map((sentence) => sentence.text)))
      for (const sentence of form)
        if (isDependent(sentence)) expect(form).toContain(all[all.indexOf(sentence) - 1]);
  });
});

describe("outlineOf", () => {
  test("tells the decisions and the actions of minutes", () => {
    const minutes =
      "The committee approved the budget for 2027.\nThe weather was fine.\nMaria will send the offer to the county.";
    const parts = outlineOf(viewOf(minutes), "meeting minutes").map(({ part, sentences }) => [
      part,
      sentences.map((sentence) => sentence.text),
    ]);
    expect(parts).toEqual([
      ["decisions", ["The committee approved the budget for 2027."]],
      ["actions", ["Maria will send the offer to the county."]],
    ]);
  });

  test("tells parties, term and money of a contract, and nothing of a type that asks for nothing", () => {
    const contract =
      "Zwischen der Lindner GmbH und der Sommer GmbH wird ein Vertrag geschlossen.\nDie Laufzeit endet am 31. Januar 2029.\nDie Miete beträgt EUR 1.250,00 im Monat.";
    const parts = outlineOf(viewOf(contract), "contract").map(({ part }) => part);
    expect(parts).toEqual(["parties", "term", "money"]);
    expect(outlineOf(viewOf(contract), "letter")).toEqual([]);
    expect(outlineOf(viewOf(contract), null)).toEqual([]);
  });
});
