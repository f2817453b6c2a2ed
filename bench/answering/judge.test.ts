import { describe, expect, it } from "vitest";

import type { Said } from "./ask";
import { firstSentence, judge } from "./judge";

const turn = {
  question: "When does the lease end?",
  language: "en",
  form: "fact",
  documents: ["folder/Lease.pdf"],
  answers: ["date:2027-12-31"],
  quote: ["31 December 2027"],
  answerable: true,
};

const said: Said = {
  text: "The lease ends on 31 December 2027 [1].",
  found: true,
  citations: [
    {
      n: 1,
      documentId: "doc_1",
      title: "Lease",
      quote: "ends on 31 December 2027.",
      isProven: true,
    },
  ],
  table: null,
  understood: null,
  msToFirstWord: 1,
  msToEnd: 2,
};

const named = (name: string) => () => name;

describe("judge", () => {
  it("takes a right first sentence with its proof", () => {
    expect(judge(turn, said, named("Lease.pdf"))).toEqual({
      outcome: "first_sentence",
      isProven: true,
    });
  });

  it("takes no proof from another document, without the words, or that the text does not have", () => {
    const [citation] = said.citations;
    if (!citation) throw new Error("The answer has a citation");
    const cited = (change: object) => ({ ...said, citations: [{ ...citation, ...change }] });
    for (const [answer, file] of [
      [said, "Other.pdf"],
      [cited({ quote: "begins on 1 January 2026" }), "Lease.pdf"],
      [cited({ isProven: false }), "Lease.pdf"],
    ] as const)
      expect(judge(turn, answer, named(file)).isProven).toBe(false);
  });

  it("counts an answer behind the first sentence, in a long one or in a quotation as said elsewhere", () => {
    for (const text of [
      "The lease is long. It ends on 31 December 2027.",
      `${"word ".repeat(60)} 31 December 2027.`,
      "“The lease ends on 31 December 2027.” [1]",
      "“This Lease (“Agreement”) ends on 31 December 2027.” [1]",
    ])
      expect(judge(turn, { ...said, text }, named("Lease.pdf")).outcome).toBe("elsewhere");
  });

  it("takes a sentence that begins with a title for a plain one", () => {
    const text = "“Lease” ends on 31 December 2027 [1]. “Amendment” says the same [2].";
    expect(judge(turn, { ...said, text }, named("Lease.pdf")).outcome).toBe("first_sentence");
  });

  it("takes from a table what its form asks for", () => {
    const row = { documentId: "doc_1", cells: [{ text: "Lease" }, { text: "2027-12-31" }] };
    const outcomeOf = (form: string, answers: string[], rows: (typeof row)[]) => {
      const answer = { ...said, text: "Here they are.", table: { rows, totals: [null, "7"] } };
      return judge({ ...turn, form, answers }, answer, named("Lease.pdf")).outcome;
    };
    const day = ["date:2027-12-31"];
    expect(outcomeOf("list", day, [row])).toBe("first_sentence");
    expect(outcomeOf("sum", ["amount:7"], [row])).toBe("first_sentence");
    expect(outcomeOf("count", day, [row])).toBe("wrong");
    expect(outcomeOf("fact", day, [row])).toBe("elsewhere");
    expect(outcomeOf("fact", day, Array<typeof row>(21).fill(row))).toBe("wrong");
  });

  it("tells wrong answers from declined ones", () => {
    const file = named("Lease.pdf");
    const never = { ...turn, answers: [], answerable: false };
    expect(judge(turn, { ...said, text: "It ends in May." }, file).outcome).toBe("wrong");
    expect(judge(turn, { ...said, found: false }, file).outcome).toBe("declined_wrongly");
    expect(judge(never, said, file).outcome).toBe("wrong");
    expect(judge(never, { ...said, found: false }, file).outcome).toBe("declined_rightly");
  });
});

describe("firstSentence", () => {
  it.each([
    ["It ends on 30. September 2027. Then it renews.", "It ends on 30. September 2027."],
    [
      "Elektro Brandt e.K. charged €8,639.40. It is paid.",
      "Elektro Brandt e.K. charged €8,639.40.",
    ],
    ["Amendment No. 3 is the latest. It is of 2019.", "Amendment No. 3 is the latest."],
    ["One line\nAnother line", "One line"],
  ])("of %j", (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});
