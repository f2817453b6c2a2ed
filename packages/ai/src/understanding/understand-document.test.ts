import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import type { AnswerEvent, DocumentInput, Span, Understanding } from "../ai";
import { createLocalAi } from "../local-ai";

// Real processes and models, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const childEntry = fileURLToPath(new URL("../child/main.ts", import.meta.url));
const cacheDirectory = fileURLToPath(new URL("../../.cache", import.meta.url));
const ai = createLocalAi({ childEntry, cacheDirectory });
beforeAll(() => ai.warm());
afterAll(() => ai.close());

const taxonomy = [
  {
    name: "invoice",
    definition: "A bill that asks a buyer to pay, with number, items and total.",
    examples: ["Invoice No. 7, total due 30 days."],
  },
  {
    name: "contract",
    definition: "An agreement between parties in numbered clauses.",
    examples: ["This Agreement is between A and B."],
    fields: [
      {
        name: "party",
        label: "Party",
        kind: "party" as const,
        meaning: "Who is bound.",
        labels: [],
        isMany: true,
      },
      {
        name: "governing law",
        label: "Governing law",
        kind: "text" as const,
        meaning: "The law by which it is read.",
        labels: ["governing law"],
      },
    ],
  },
  {
    name: "beekeeping log",
    definition: "Notes on hives: queen, brood, honey, swarms, mites.",
    examples: ["Hive 3: queen seen, six frames of brood."],
  },
  {
    name: "news article",
    definition: "A journalist's account of an event.",
    examples: ["Officials said on Monday."],
  },
];

const lease = `Residential lease agreement

Made between Oak Homes Ltd and Daniel Osei on 1 April 2023.
1. The tenant shall pay a rent of EUR 850.00 per month in advance to IBAN DE89 3704 0044 0532 0130 00.
2. The deposit is EUR 850.00 and shall be returned at the end of the tenancy.
3. Either party may terminate this agreement with two months' notice in writing.
4. This agreement is governed by the laws of Ireland. Questions go to office@oakhomes.example.`;

function aDocument(text: string): DocumentInput {
  return { title: "", fileName: "", format: "pdf", text, blocks: [], pageCount: 1, metadata: {} };
}

function spansOf(understanding: Understanding): Span[] {
  const { type, categories, keyPhrases, entities, facts, summary, sentiment } = understanding;
  const groups = [
    type,
    ...categories,
    ...keyPhrases,
    ...entities,
    ...facts,
    ...summary,
    ...(sentiment ? [sentiment] : []),
  ];
  return groups.flatMap(({ evidence }) => evidence);
}

describe("understandDocument", () => {
  test("sums up the new words of a mail, and quoted ones only where there are no others", async () => {
    const [own, quoted] = [
      "I agree with the price that you named.",
      "Would 900 euros do for the oak beams?",
    ];
    const text = `${own}\n${quoted}`;
    const quotation = (span: Span) => ({ kind: "quotation", page: 1, span });
    const after = quotation([own.length + 1, text.length]);
    const answer = { ...aDocument(text), blocks: [after] };
    const forwarded = { ...aDocument(quoted), blocks: [quotation([0, quoted.length])] };

    const summaries = await Promise.all(
      [answer, forwarded].map((each) => ai.understand(each, taxonomy)),
    );
    expect(summaries.map(({ summary }) => summary.map((each) => each.text))).toEqual([
      [own],
      [quoted],
    ]);
  });

  test("sums up a mail by its own words, however few, where it quotes another", async () => {
    const quoted = "Would 900 euros do for the oak beams that we named in the offer of last week?";
    const text = `Agreed.\n${quoted}`;
    const blocks = [
      { kind: "paragraph", page: 1, span: [0, 7] as Span },
      { kind: "quotation", page: 1, span: [8, text.length] as Span },
    ];
    const { summary } = await ai.understand({ ...aDocument(text), blocks }, taxonomy);
    expect(summary.map((each) => each.text)).toEqual(["Agreed."]);
  });

  test("sums up prose before tables, and rows before the head of a table", async () => {
    const head = "Name of the article, number of pieces and net price in euros.";
    const row = "Planed oak beams of the first class cost forty euros each.";
    const prose = "We deliver the beams to the mill on Friday morning.";
    const table = { kind: "table", page: 1, span: [0, head.length + 1 + row.length] as Span };
    const textOf = async (text: string) => {
      const { summary } = await ai.understand({ ...aDocument(text), blocks: [table] }, taxonomy);
      return summary.map((each) => each.text);
    };
    expect(await textOf(`${head}\n${row}\n${prose}`)).toEqual([prose]);
    expect(await textOf(`${head}\n${row}`)).toEqual([row]);
  });

  test("tells what a lease is, who and what it names, and where each of these stands", async () => {
    const understanding = await ai.understand(aDocument(lease), taxonomy);
    const { type, language, entities, facts, summary, keyPhrases } = understanding;

    expect(understanding.producedBy.kind).toBe("local");
    expect(type.name).toBe("contract");
    expect(language?.code).toBe("en");
    expect(entities.map(({ kind, normalised, text }) => `${kind} ${normalised ?? text}`)).toEqual(
      expect.arrayContaining([
        "iban DE89370400440532013000",
        "date 2023-04-01",
        "money EUR 850",
        "email office@oakhomes.example",
        "organisation Oak Homes Ltd",
      ]),
    );
    for (const { text, evidence } of entities)
      for (const span of evidence)
        expect(
          lease
            .slice(...span)
            .replace(/\s+/g, " ")
            .toLowerCase(),
        ).toBe(text.replace(/\s+/g, " ").toLowerCase());
    expect(facts).toContainEqual(
      expect.objectContaining({ name: "governing law", value: "Ireland" }),
    );
    expect(summary).toHaveLength(3);
    for (const { text, evidence } of summary)
      expect(lease.slice(...(evidence[0] ?? [0, 0])).replace(/\s+/g, " ")).toBe(text);
    expect(keyPhrases.length).toBeGreaterThan(3);
    for (const [start, end] of spansOf(understanding))
      expect(lease.slice(start, end).trim()).not.toBe("");
  });

  test("leaves the type open, with candidates, where it could be anything", async () => {
    const { type } = await ai.understand(
      aDocument("zinnia 44 blorp, or else maybe not."),
      taxonomy,
    );
    expect(type.name).toBeNull();
    expect(type.confidence).toBeNull();
    expect(type.candidates).toHaveLength(4);
  });

  test("ranks a workspace's own type first without having been trained on it", async () => {
    const text =
      "Hive 2: queen not seen, four frames of brood, treated against mites. Hive 3: two supers of honey taken off.";
    const { type } = await ai.understand(aDocument(text), taxonomy);
    expect(type.candidates[0]?.name).toBe("beekeeping log");
  });

  test.each(["", "   \n\n ", "1234 5678", "🙂🙂🙂", "\u0000\u0001"])(
    "says nothing about %j, and does not fail",
    async (text) => {
      const understanding = await ai.understand(aDocument(text), taxonomy);
      expect(understanding).toMatchObject({
        type: { name: null },
        language: null,
        sentiment: null,
        summary: [],
      });
    },
  );

  test("reads hundreds of pages by samples, and still points to where things stand", async () => {
    const text = Array.from(
      { length: 4_000 },
      (_, n) => `${n}. Party ${n} shall pay EUR ${n}.00 on 3 May 2024 to Oak Homes Ltd.`,
    ).join("\n\n");
    const understanding = await ai.understand({ ...aDocument(text), pageCount: 300 }, taxonomy);
    expect(understanding.type.candidates[0]?.name).toBe("contract");
    for (const { text: quote, evidence } of understanding.entities)
      for (const span of evidence) expect(text.slice(...span)).toBe(quote);
  });

  test("reports a feeling only where one is voiced", async () => {
    const complaint =
      "I am very disappointed. The machine broke after two weeks and your support is rude. I want my money back.";
    const angry = await ai.understand(aDocument(complaint), taxonomy);
    expect(angry.sentiment?.label).toBe("negative");
    expect((await ai.understand(aDocument(lease), taxonomy)).sentiment).toBeNull();
  });

  test("knows other languages, and names no feeling in them", async () => {
    const german =
      "Der Mieter zahlt die Miete monatlich im Voraus an den Vermieter. Ich bin sehr enttäuscht von der Wohnung.";
    const { language, sentiment } = await ai.understand(aDocument(german), taxonomy);
    expect(language?.code).toBe("de");
    expect(sentiment).toBeNull();
  });
});

describe("answer", () => {
  const passages = [
    { n: 4, documentId: "doc_1", title: "Lease", headingPath: [], text: lease },
    {
      n: 7,
      documentId: "doc_2",
      title: "Cake",
      headingPath: [],
      text: "Mix flour and butter. Bake for 45 minutes.",
    },
  ];
  async function answered(question: string) {
    const events: AnswerEvent[] = [];
    for await (const event of ai.answer({ question, passages })) events.push(event);
    const done = events.at(-1);
    if (done?.kind !== "done") throw new Error("The answer did not end");
    return {
      written: events.map((event) => (event.kind === "text" ? event.text : "")).join(""),
      done,
    };
  }

  test("shows the sentence that answers, with its source, its place and the words that answer", async () => {
    const { written, done } = await answered("How much rent does the tenant pay per month?");
    expect(done.found).toBe(true);
    expect(written).toContain("EUR 850.00 per month");
    expect(written).toContain("[1]");
    for (const { passage, quote, span, answer } of done.citations) {
      const { text = "" } = passages.find(({ n }) => n === passage) ?? {};
      expect(text.slice(...span)).toBe(quote);
      expect(quote).toContain(text.slice(...(answer ?? span)));
    }
  });

  test("finds the words that answer in each passage, and tells how sure it is of none", async () => {
    const question = "How long does the cake bake?";
    const { answers, noAnswer } = await ai.readAnswers({ question, passages });
    const [best] = answers;
    expect(best?.n).toBe(7);
    expect(passages[1]?.text.slice(...(best?.span ?? [0, 0]))).toContain("45");
    const { noAnswer: elsewhere } = await ai.readAnswers({
      question: "Which aircraft did the museum restore in Toulouse?",
      passages,
    });
    expect(noAnswer).toBeLessThan(elsewhere);
  });

  test("says nothing at all when no passage holds an answer", async () => {
    const { written, done } = await answered("Which aircraft did the museum restore in Toulouse?");
    expect(written).toBe("");
    expect(done).toMatchObject({ found: false, citations: [] });
  });
});

test.each([
  ["one endless word", "a".repeat(60_000)],
  ["underscores", "_".repeat(60_000)],
  ["empty lines", "\n".repeat(60_000)],
  ["addresses run together", "http://".repeat(8_000)],
  ["digits and stops", "1.".repeat(30_000)],
])("gets through %s", async (_, text) => {
  const understanding = await ai.understand(aDocument(text), taxonomy);
  expect(understanding.producedBy.kind).toBe("local");
});
