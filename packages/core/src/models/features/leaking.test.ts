import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { describe, expect, test } from "vitest";
import { measureDocument } from "../contract/measure-document";
import type { FeatureValue } from "./feature";
import { type LabelledValues, leakingFeatures } from "./leaking";

/** Numbers from 0 to 1 that look like chance and are the same in every run. */
function chances(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

type Kind = { label: string; sentence: string; amounts: number; headings: number; table: number };

/** Papers of an office, which differ by habit and not by rule: some letters name sums, some invoices have no table. */
const kinds: readonly Kind[] = [
  {
    label: "invoice",
    sentence: "Please pay within thirty days.",
    amounts: 5,
    headings: 1,
    table: 0.7,
  },
  {
    label: "letter",
    sentence: "We write to you about the mill.",
    amounts: 1,
    headings: 0,
    table: 0.1,
  },
  {
    label: "report",
    sentence: "The wheel turned well this year.",
    amounts: 3,
    headings: 4,
    table: 0.4,
  },
  { label: "quote", sentence: "We offer to repair the roof.", amounts: 5, headings: 1, table: 0.6 },
];

/** Measured papers with their labels. */
const papers: readonly LabelledValues[] = makePapers();

function makePapers(): LabelledValues[] {
  const chance = chances(11);
  const upTo = (most: number) => Math.floor(chance() * (most + 1));
  return Array.from({ length: 240 }, (_, at) => {
    const kind = kinds[at % kinds.length] ?? expect.fail();
    const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
    for (let heading = upTo(kind.headings); heading > 0; heading -= 1)
      builder.add({ kind: "heading", text: "Of the mill" });
    for (let line = 2 + upTo(12); line > 0; line -= 1)
      builder.add({
        kind: "paragraph",
        text: `${kind.sentence} ${upTo(kind.amounts) > 1 ? `It costs EUR ${upTo(900)}.50.` : ""}`,
      });
    if (chance() < kind.table)
      builder.addTable({
        cells: [
          { text: "a", row: 0, column: 0 },
          { text: "b", row: 0, column: 1 },
        ],
      });
    const known = {
      source: chance() < 0.5 ? "upload" : "mail",
      size: 500 + upTo(900),
      sender: null,
      nearDuplicates: upTo(2),
    };
    return {
      label: kind.label,
      group: Math.floor(at / kinds.length),
      values: measureDocument(builder.build(), known),
    };
  });
}

/** The same papers with a value that is no feature of ours. */
function planted(name: string, value: (label: string, chance: () => number) => FeatureValue) {
  const chance = chances(5);
  return papers.map((paper) => ({
    ...paper,
    values: { ...paper.values, [name]: value(paper.label, chance) },
  }));
}

describe("leakage", () => {
  test("is in none of the features", () => {
    expect(leakingFeatures(papers)).toEqual([]);
  });

  test.each<[string, (label: string, chance: () => number) => FeatureValue]>([
    ["a file name that carries the class", (label) => `${label}-scan`],
    ["a folder that carries it mostly", (label, chance) => (chance() < 0.93 ? label : "various")],
    ["the type that a person gave", (label) => label],
    [
      "a number that stands for the class",
      (label) => kinds.findIndex((each) => each.label === label),
    ],
  ])("of %s is caught, and nothing else is blamed", (_what, leak) => {
    const found = leakingFeatures(planted("planted", leak));
    expect(found.map(({ name }) => name)).toEqual(["planted"]);
  });

  test("of what is known only after labelling is caught, though it tells one class alone", () => {
    const found = leakingFeatures(
      planted("confirmedBy", (label, chance) =>
        chance() < 0.95 && label !== "report" ? `reviewer of ${label}` : null,
      ),
    );
    expect(found.map(({ name }) => name)).toEqual(["confirmedBy"]);
  });

  test("cannot come from a label: nothing of a document's type reaches a feature", () => {
    const model = createDocumentBuilder({ format: "text", mediaType: "text/plain" }).build();
    const known = { source: "upload", size: 1, sender: null, nearDuplicates: null };
    const labelled = Object.assign(
      { type: "invoice", isTypeCorrected: true, fileName: "invoice.txt" },
      known,
    );
    expect(measureDocument(model, labelled)).toEqual(measureDocument(model, known));
  });
});
