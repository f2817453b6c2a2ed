import { describe, expect, test } from "vitest";
import { arrange } from "./arrange";
import { askedWords, folded, matcherOf } from "./asked-words";
import { relevanceOf } from "./floor";
import { isNearDuplicate, printOf } from "./near-duplicates";
import { rank } from "./rank";

type Given = {
  text: string;
  headingPath?: string[];
  dense?: number | null;
  lexical?: number | null;
  score?: number;
};
const aCandidate = ({ text, headingPath = [], dense = 0.4, lexical = 4, score = 0.5 }: Given) => ({
  title: "Agreement",
  headingPath,
  text,
  score,
  why: { dense, lexical },
});
const clause =
  "This Agreement shall be governed by the laws of Arizona. The governing law does not depend on where the parties are, and no other law applies to any dispute of theirs at all.";
const other =
  "The parties sign this schedule. It lists the content that the company delivers in each month, with the formats and the days on which it must arrive at the office.";

describe("rank", () => {
  test("puts the text that says it before one that only a heading says it of", () => {
    const ranked = rank("governing law", [
      aCandidate({ text: other, headingPath: ["16. GOVERNING LAW"], score: 0.95 }),
      aCandidate({ text: clause, score: 0.9 }),
      aCandidate({ text: other, dense: 0.1, lexical: null }),
    ]);
    expect(ranked[0]?.text).toBe(clause);
    expect(ranked[0]?.features.words.text).toEqual(["governing", "law"]);
    expect(ranked[1]?.features.words).toEqual({ text: [], above: ["governing", "law"] });
  });

  test("counts the ranks of both legs from 1; what a leg did not find has none", () => {
    const ranked = rank("rent", [
      aCandidate({ text: other, dense: 0.2, lexical: null }),
      aCandidate({ text: clause, dense: 0.6, lexical: null }),
    ]);
    expect(ranked.map(({ why, ranks }) => [why.dense, ranks])).toEqual([
      [0.6, { dense: 1, lexical: null }],
      [0.2, { dense: 2, lexical: null }],
    ]);
    expect(rank("rent", [])).toEqual([]);
  });

  test("keeps scores from 0 to 1", () => {
    const scores = rank("governing law of Arizona", [
      aCandidate({ text: clause, score: 1 }),
      aCandidate({ text: "Yes.", score: 0 }),
    ]).map(({ score }) => score);
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
  });
});

describe("the words of a query", () => {
  const found = (query: string, text: string) => {
    const asked = askedWords(query).filter(({ isCommon }) => !isCommon);
    const matches = matcherOf(asked)(folded(text));
    return matches.map(({ start, end }) => folded(text).slice(start, end));
  };

  test("are found in other forms, whole, without accents, in any script", () => {
    expect(found("terminate", "It terminates on termination.")).toEqual([
      "terminates",
      "termination",
    ]);
    expect(found("rent", "The parent pays the rent.")).toEqual(["rent"]);
    expect(found("Kündigung", "Bei kundigung und KÜNDIGUNGEN")).toEqual([
      "kundigung",
      "kundigungen",
    ]);
    expect(found("家賃", "毎月の家賃を払う")).toHaveLength(1);
    expect(found("INV-0024 (C++)", "Invoice inv-0024: c")).toEqual(["inv", "0024", "c"]);
  });

  test("that say nothing are told apart", () => {
    expect(askedWords("What is the rent?").map(({ isCommon }) => isCommon)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(
      askedWords("Wann ist die Miete fällig").filter(({ isCommon }) => !isCommon),
    ).toHaveLength(2);
  });
});

describe("relevanceOf", () => {
  const aHit = (dense: number, inText: number, onlyAbove = 0) => ({
    why: { dense },
    features: { inText, onlyAbove },
  });

  test("lets nothing through where neither meaning nor words fit", () => {
    expect(relevanceOf([aHit(0.25, 0.1), aHit(0.2, 0)], "all-MiniLM-L6-v2-int8@1")).toEqual([
      false,
      false,
    ]);
  });

  test("lets through what fits by meaning or by words, and near ones beside it", () => {
    const hits = [aHit(0.6, 0), aHit(0, 1), aHit(0, 0, 1), aHit(0.32, 0), aHit(0.2, 0)];
    expect(relevanceOf(hits, "all-MiniLM-L6-v2-int8@1")).toEqual([true, true, true, true, false]);
  });

  test("asks for less within named documents, and keeps what is nearest there", () => {
    const hits = [aHit(0.3, 0), aHit(0.1, 0)];
    expect(relevanceOf(hits, "all-MiniLM-L6-v2-int8@1")).toEqual([false, false]);
    expect(relevanceOf(hits, "all-MiniLM-L6-v2-int8@1", true)).toEqual([true, true]);
    expect(relevanceOf([aHit(0.2, 0)], "all-MiniLM-L6-v2-int8@1", true)).toEqual([false]);
  });

  test("goes by words alone with a model whose cosines nobody knows", () => {
    expect(relevanceOf([aHit(0.9, 0)], "unheard-of")).toEqual([false]);
    expect(relevanceOf([aHit(0.9, 0.7)], "unheard-of")).toEqual([true]);
  });
});

describe("near duplicates", () => {
  const same = (one: string, two: string) => isNearDuplicate(printOf(one), printOf(two));

  test("say the same but for small things", () => {
    expect(same(clause, clause.replace("at all", "whatsoever"))).toBe(true);
    expect(same(clause, other)).toBe(false);
  });

  test("never differ in a number, and empty texts are not the same", () => {
    expect(same("The rent is 900 euros a month.", "The rent is 950 euros a month.")).toBe(false);
    expect(same("It ends on 2027-12-31.", "It ends on 2028-12-31.")).toBe(false);
    expect(same(")))", "***")).toBe(false);
  });
});

describe("arrange", () => {
  const aHit = (id: string, text: string) => ({ document: { id }, passage: { text } });

  test("shows the best passage of each document with others beside it, and folds what says the same", () => {
    const arranged = arrange([
      aHit("a", clause),
      aHit("b", clause),
      aHit("a", other),
      aHit("c", "The cat is away."),
      ...["one", "two", "three", "four"].map((word) => aHit("c", `A further passage ${word}.`)),
    ]);
    expect(arranged.map(({ document }) => document.id)).toEqual(["a", "c"]);
    expect(arranged[0]).toMatchObject({ moreCount: 1, alsoIn: [{ id: "b" }] });
    expect(arranged[1]?.more).toHaveLength(3);
    expect(arranged[1]?.moreCount).toBe(4);
  });
});
