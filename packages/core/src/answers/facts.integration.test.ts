import type { Fact, Understanding } from "@besunny/ai/ai";
import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import {
  anIndex,
  anUnderstanding,
  aReadyDocument,
  aRestrictedProject,
  wordVectors,
} from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { fileDocuments } from "../documents/file-documents";
import { trashDocuments } from "../documents/trash-documents";
import { askQuestion } from "./ask-question";
import { suggestQuestions } from "./suggest-questions";

const { index, close } = await anIndex();
afterAll(close);

/** A model that answers nothing, and remembers what it was asked. */
const asked: string[] = [];
const ai = {
  ...wordVectors,
  async *answer({ question }: { question: string }) {
    asked.push(question);
    yield {
      kind: "done" as const,
      found: false,
      citations: [],
      sent: null,
      producedBy: { kind: "local" as const, model: "a-test", release: "1" },
      cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
    };
  },
};
const tools = { index, ai };

type Stated = Pick<Fact, "name" | "value" | "normalised"> & Partial<Fact> & { quote: string };

/** A document of this text whose facts are where their quotes stand. */
function aTyped(
  ctx: WorkspaceContext,
  {
    type,
    text,
    facts,
    ...given
  }: { type: string; text: string; facts: Stated[]; title?: string; projectIds?: string[] },
) {
  const understood: Understanding = anUnderstanding({
    type: { name: type, confidence: 0.9, candidates: [], evidence: [] },
    facts: facts.map(({ quote, ...fact }) => ({
      confidence: 0.95,
      evidence: [[text.indexOf(quote), text.indexOf(quote) + quote.length]],
      ...fact,
    })),
  });
  return aReadyDocument(ctx, text, { ...given, understanding: understood });
}

const euros = (amount: string, given: Partial<Fact> = {}): Stated => ({
  name: "total",
  value: `EUR ${amount}`,
  normalised: `EUR ${amount}`,
  quote: `${amount} EUR`,
  ...given,
});
const anInvoice = (
  ctx: WorkspaceContext,
  name: string,
  amount: string,
  given: { projectIds?: string[] } = {},
) =>
  aTyped(ctx, {
    type: "invoice",
    title: `Invoice ${name}`,
    text: `Invoice of ${name}. Total ${amount} EUR.`,
    facts: [euros(amount)],
    ...given,
  });

async function ask(
  ctx: WorkspaceContext,
  question: string,
  given: Partial<Parameters<typeof askQuestion>[1]> = {},
) {
  let text = "";
  for await (const item of askQuestion(ctx, { question, ...given })) {
    if (item.kind === "text") text += item.text;
    else return { text, ...item };
  }
  throw new Error("The answer broke off");
}

describe("a fact of one document", () => {
  test("is one sentence with its source", async () => {
    const ctx = await aContext(tools);
    const { id } = await anInvoice(ctx, "Brandt", "8639.40");
    await anInvoice(ctx, "Saale", "12.00");

    const answer = await ask(ctx, "total of the Brandt invoice");

    expect(answer.text).toBe("The total of “Invoice Brandt” is €8,639.40 [1].");
    expect(answer.citations).toMatchObject([
      { n: 1, documentId: id, quote: "8639.40 EUR", isProven: true },
    ]);
    expect(answer.understood).toMatchObject({
      form: "fact",
      documents: [{ documentId: id }],
      query: "type:invoice",
    });
    expect(answer.read).toEqual([id]);
  });

  test("is said in the language of the question", async () => {
    const ctx = await aContext(tools);
    await anInvoice(ctx, "Brandt", "8639.40");

    expect((await ask(ctx, "Wie hoch ist die Rechnung von Brandt?")).text).toBe(
      "Der Gesamtbetrag von „Invoice Brandt“ ist 8.639,40\u00a0€ [1].",
    );
    expect((await ask(ctx, "Quel est le montant de la facture Brandt ?")).text).toMatch(
      /^Le total de/,
    );
    expect((await ask(ctx, "¿Cuál es el importe de la factura de Brandt?")).text).toMatch(
      /^El total de/,
    );
  });

  test("with two values that are as sure shows both", async () => {
    const ctx = await aContext(tools);
    const values = ["10.00", "20.00"].map((amount) => euros(amount, { isContradicted: true }));
    await aTyped(ctx, {
      type: "invoice",
      title: "Invoice Brandt",
      text: "Total 10.00 EUR or 20.00 EUR.",
      facts: values,
    });

    const { text } = await ask(ctx, "total of the Brandt invoice");

    expect(text).toBe(
      "“Invoice Brandt” states several values for total: €10.00 and €20.00 [1] [2].",
    );
  });

  test("is said though another part of the question is left open", async () => {
    const ctx = await aContext(tools);
    await anInvoice(ctx, "Brandt", "8639.40");

    const { text } = await ask(ctx, "Whom do I phone about the Brandt invoice? How much was it?");

    expect(text).toContain("€8,639.40 [1]. ");
  });

  test("that is not sure is not said", async () => {
    const ctx = await aContext(tools);
    await aTyped(ctx, {
      type: "invoice",
      title: "Invoice Brandt",
      text: "Room 4.00 EUR.",
      facts: [euros("4.00", { confidence: 0.5 })],
    });

    expect(await ask(ctx, "total of the Brandt invoice")).toMatchObject({ found: false });
  });

  test("of a document that nothing names is no answer about another", async () => {
    const ctx = await aContext(tools);
    await anInvoice(ctx, "Brandt", "8639.40");

    expect(await ask(ctx, "total of the Zephyr invoice")).toMatchObject({
      found: false,
      text: "Your documents do not say this.",
      understood: { form: "declined" },
    });
  });
});

describe("a value that the document leaves blank", () => {
  test.each([
    ["What is the rent of the lease?", "The monthly rent is $[***] net.", "leaves the rent blank"],
    [
      "Who signed the lease?",
      "By: ____________ Name: ____________",
      "leaves the lines for signatures",
    ],
  ])("%s", async (question, text, said) => {
    const ctx = await aContext(tools);
    await aTyped(ctx, { type: "contract", title: "Lease Alpha", text, facts: [] });

    const answer = await ask(ctx, question);

    expect(answer.text).toContain(said);
    expect(answer).toMatchObject({ found: false, citations: [], understood: { form: "declined" } });
    expect(answer.nearMisses[0]?.text).toContain(text.includes("***") ? "***" : "____");
  });
});

describe("a lease and its amendment", () => {
  const parties = ["Kontorhaus GmbH", "Finch GmbH"].map((name) => ({
    name: "party",
    value: name,
    quote: name,
  }));
  const day = (name: string, value: string, quote: string): Stated => ({
    name,
    value,
    normalised: value,
    quote,
  });

  async function aLease(ctx: WorkspaceContext) {
    const lease = await aTyped(ctx, {
      type: "contract",
      title: "Lease Karl-Heine-Straße",
      text: "Kontorhaus GmbH and Finch GmbH. Made on 14 October 2025. The monthly rent is €4,100.00 net. It ends on 31 December 2027.",
      facts: [
        ...parties,
        day("agreement date", "2025-10-14", "14 October 2025"),
        day("end date", "2027-12-31", "31 December 2027"),
      ],
    });
    const amendment = await aTyped(ctx, {
      type: "amendment",
      title: "Amendment No 1",
      text: "Kontorhaus GmbH and Finch GmbH. Made on 3 March 2026. The monthly rent rises from €4,100.00 to €4,340.00 net from 1 April 2026.",
      facts: [...parties, day("agreement date", "2026-03-03", "3 March 2026")],
    });
    return { lease, amendment };
  }

  test("the newer one wins, and both are cited", async () => {
    const ctx = await aContext(tools);
    const { lease, amendment } = await aLease(ctx);

    const answer = await ask(ctx, "How much is the rent of the lease?");

    expect(answer.text).toBe(
      "The rent is €4,340.00 since 1 April 2026 [1]; before that it was €4,100.00 [2].",
    );
    expect(answer.citations.map(({ documentId }) => documentId)).toEqual([amendment.id, lease.id]);
  });

  test("a follow-up keeps the document, and a new subject drops it", async () => {
    const ctx = await aContext(tools);
    const { lease } = await aLease(ctx);
    await anInvoice(ctx, "Brandt", "8639.40");
    const before = await ask(ctx, "When does the lease end?");
    const history = [
      { question: "When does the lease end?", answer: before.text, documentIds: [lease.id] },
    ];
    expect(before.text).toBe("“Lease Karl-Heine-Straße” ends on 31 December 2027 [1].");

    expect((await ask(ctx, "And who are the parties?", { history })).text).toBe(
      "The parties of “Lease Karl-Heine-Straße” are Kontorhaus GmbH and Finch GmbH [1] [2].",
    );
    expect((await ask(ctx, "and the total of the Brandt invoice?", { history })).text).toContain(
      "€8,639.40",
    );
    expect((await ask(ctx, "List all invoices with their totals", { history })).text).toContain(
      "1 invoice",
    );
  });
});

describe("many documents", () => {
  test("are counted and added over all that the asker sees; currencies stay apart and what is unknown is named", async () => {
    const ctx = await aContext(tools);
    await anInvoice(ctx, "Brandt", "0.10");
    await anInvoice(ctx, "Saale", "0.20");
    await aTyped(ctx, {
      type: "invoice",
      title: "Invoice Cloud",
      text: "Total 4.11 USD.",
      facts: [{ name: "total", value: "USD 4.11", normalised: "USD 4.11", quote: "4.11 USD" }],
    });
    await aTyped(ctx, {
      type: "invoice",
      title: "Invoice Torn",
      text: "Nothing to read.",
      facts: [],
    });

    const sum = await ask(ctx, "What do all invoices come to in total?");
    expect(sum.text).toMatch(
      /^The 3 invoices come to (€0\.30 \+ US\$4\.11|US\$4\.11 \+ €0\.30) in total/,
    );
    expect(sum.text).toContain("1 of 4 states no certain total: “Invoice Torn”.");
    expect(sum.table?.rows).toHaveLength(4);
    for (const row of sum.table?.rows ?? [])
      if (row.cells.at(-1)?.text) expect(row.cells.at(-1)?.citations).toHaveLength(1);

    expect((await ask(ctx, "How many invoices do we have?")).text).toBe("There are 4 invoices.");
  });

  test("of other workspaces and restricted projects are not counted", async () => {
    const { project, insider, outsider } = await aRestrictedProject(tools);
    await anInvoice(insider, "Secret", "1000.00", { projectIds: [project.id] });
    await anInvoice(insider, "Open", "1.00");
    await anInvoice(await aContext(tools), "Elsewhere", "5.00");
    const question = "How many invoices do we have and what is their sum?";

    expect((await ask(insider, question)).text).toContain("The 2 invoices come to €1,001.00");
    const seen = await ask(outsider, question);
    expect(seen.text).toContain("€1.00");
    expect(JSON.stringify(seen)).not.toMatch(/Secret|1,00[01]/);
  });

  test("are those of the days, the scope and the query that are asked for", async () => {
    const ctx = await aContext(tools);
    const dated = (name: string, value: string) =>
      aTyped(ctx, {
        type: "invoice",
        title: `Invoice ${name}`,
        text: `Invoice date ${value}.`,
        facts: [{ name: "invoice date", value, normalised: value, quote: value }],
      });
    const march = await dated("March", "2026-03-10");
    const april = await dated("April", "2026-04-10");

    const inMarch = await ask(ctx, "Which invoices were issued in 2026-03-10?");
    expect(inMarch.table?.rows.map(({ documentId }) => documentId)).toEqual([march.id]);
    const scoped = await ask(ctx, "How many invoices are there?", {
      scope: { documentIds: [april.id] },
    });
    expect(scoped.table?.rows.map(({ documentId }) => documentId)).toEqual([april.id]);
    const queried = await ask(ctx, "How many invoices are there?", {
      scope: { query: "type:contract" },
    });
    expect(queried.found).toBe(false);
  });
});

describe("documents that bear the same names", () => {
  const parties = ["Alpha GmbH", "Beta GmbH"].map((name) => ({
    name: "party",
    value: name,
    quote: name,
  }));
  const ends = (value: string): Stated => ({
    name: "end date",
    value,
    normalised: value,
    quote: value,
  });

  test("are told apart by the number of an amendment, and one that is not there is no other", async () => {
    const ctx = await aContext(tools);
    for (const [word, day] of [
      ["First", "2024-12-31"],
      ["Second", "2026-12-31"],
    ] as const)
      await aTyped(ctx, {
        type: "amendment",
        title: `Alpha ${day}`,
        text: `${word} Amendment between Alpha GmbH and Beta GmbH. It ends on ${day}.`,
        facts: [...parties, ends(day)],
      });

    expect((await ask(ctx, "When does the first amendment with Alpha end?")).text).toContain(
      "31 December 2024",
    );
    expect((await ask(ctx, "When does the second amendment with Alpha end?")).text).toContain(
      "31 December 2026",
    );
    expect((await ask(ctx, "When does the third amendment with Alpha end?")).found).toBe(false);
  });

  test("are numbered by their days where they do not say", async () => {
    const ctx = await aContext(tools);
    for (const [title, head, day] of [
      ["Alpha A", "Second Amendment", "2021-05-01"],
      ["Alpha B", "This amendment", "2020-05-01"],
    ] as const)
      await aTyped(ctx, {
        type: "amendment",
        title,
        text: `${head} between Alpha GmbH and Beta GmbH, made on ${day}.`,
        facts: [...parties, { ...ends(day), name: "agreement date" }],
      });

    expect((await ask(ctx, "When was the first amendment with Alpha made?")).text).toBe(
      "“Alpha B” was made on 1 May 2020 [1].",
    );
    expect((await ask(ctx, "When were the amendments with Alpha made?")).text).toContain(
      "“Alpha B” was made on 1 May 2020",
    );
  });

  test("are told apart by their day, and another year is no answer", async () => {
    const ctx = await aContext(tools);
    for (const year of ["2024", "2025"])
      await aTyped(ctx, {
        type: "invoice",
        title: `Invoice Brandt ${year === "2024" ? "A" : "B"}`,
        text: `Invoice of Brandt, ${year}-03-10. Total ${year}.50 EUR.`,
        facts: [
          euros(`${year}.50`),
          {
            name: "invoice date",
            value: `${year}-03-10`,
            normalised: `${year}-03-10`,
            quote: `${year}-03-10`,
          },
        ],
      });

    expect((await ask(ctx, "total of the Brandt invoice of 2024")).text).toContain("€2,024.50");
    expect((await ask(ctx, "total of the Brandt invoice of 2023")).found).toBe(false);
    expect((await ask(ctx, "Which is the latest invoice?")).text).toContain("Invoice Brandt B");
  });

  test("are listed by what their facts say that somebody did", async () => {
    const ctx = await aContext(tools);
    for (const [sender, other] of [
      ["Ann Lee", "Bob Ray"],
      ["Bob Ray", "Ann Lee"],
    ] as const)
      await aTyped(ctx, {
        type: "email",
        title: `Mail of ${sender}`,
        text: `From ${sender} to ${other}.`,
        facts: [
          { name: "sender", value: sender, quote: sender },
          { name: "recipient", value: other, quote: other },
        ],
      });

    expect((await ask(ctx, "How many emails did Ann Lee send?")).text).toBe("There is 1 email.");
    expect((await ask(ctx, "Which emails did Zoe Kim send?")).found).toBe(false);
  });

  test("in one currency are summed without the others", async () => {
    const ctx = await aContext(tools);
    await anInvoice(ctx, "Brandt", "5.00");
    await aTyped(ctx, {
      type: "invoice",
      title: "Invoice Cloud",
      text: "Total 4.11 USD.",
      facts: [{ name: "total", value: "USD 4.11", normalised: "USD 4.11", quote: "4.11 USD" }],
    });

    const { table } = await ask(ctx, "List the invoices in US dollars with their totals");
    expect(table?.rows.map(({ cells: [first] }) => first?.text)).toEqual(["Invoice Cloud"]);
  });

  test("of several suppliers are summed, whatever their names have in common", async () => {
    const ctx = await aContext(tools);
    await anInvoice(ctx, "Umzug Krüger", "5.00");
    await anInvoice(ctx, "Brandt", "7.00");
    await anInvoice(ctx, "Saale", "9.00");

    expect((await ask(ctx, "Sum of the invoices from Umzug Krüger and Brandt")).text).toContain(
      "€12.00",
    );
    expect((await ask(ctx, "Which invoices are over 6 euros?")).table?.rows).toHaveLength(2);
    expect((await ask(ctx, "Which invoices are over 7 euros?")).table?.rows).toHaveLength(1);
    expect((await ask(ctx, "Which invoices are due before 2030?")).found).toBe(false);
    expect((await ask(ctx, "Do we have an invoice from Brandt?")).text).toContain("There is 1");
    expect((await ask(ctx, "Do we have an invoice from Zephyr?")).found).toBe(false);
  });

  test("list people, who are counted", async () => {
    const ctx = await aContext(tools);
    await aTyped(ctx, {
      type: "meeting minutes",
      title: "Minutes of the board",
      text: "Present: Ann Lee, Bob Ray. Chair: Ann Lee.",
      facts: ["Ann Lee", "Bob Ray"].map((name) => ({
        name: "attendees",
        value: name,
        quote: name,
      })),
    });

    expect((await ask(ctx, "How many people attended the meeting of the board?")).text).toBe(
      "“Minutes of the board” lists 2 under present: Ann Lee and Bob Ray [1] [2].",
    );
  });
});

describe("suggestQuestions", () => {
  test("offers what the documents answer, and nothing where there are none", async () => {
    const ctx = await aContext(tools);
    expect(await suggestQuestions(ctx, {})).toEqual({ items: [] });

    const reader = await aContext({ ...tools, role: "viewer" });
    const { id } = await anInvoice(await aColleague(reader), "Brandt", "8639.40");
    const { items } = await suggestQuestions(reader, {});
    expect(items.map(({ question }) => question)).toContain(
      "What is the total of “Invoice Brandt”?",
    );
    for (const { question } of items) expect((await ask(reader, question)).found).toBe(true);
    expect((await suggestQuestions(reader, { documentId: id })).items).toEqual([
      { question: "How much is it?" },
    ]);
  });

  test("offers nothing about documents that are hidden, and stops at once when they become so", async () => {
    const { project, insider, outsider } = await aRestrictedProject(tools);
    const { id } = await anInvoice(insider, "Brandt", "8639.40");
    expect((await suggestQuestions(outsider, {})).items).not.toEqual([]);

    await fileDocuments(insider, { projectId: project.id, add: [id] });
    expect(await suggestQuestions(outsider, {})).toEqual({ items: [] });
    expect((await suggestQuestions(insider, {})).items).not.toEqual([]);
    await trashDocuments(insider, { ids: [id] });
    expect(await suggestQuestions(insider, {})).toEqual({ items: [] });
  });
});
