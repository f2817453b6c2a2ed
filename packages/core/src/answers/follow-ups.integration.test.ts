import { afterAll, describe, expect, test } from "vitest";
import { answerTo, aTyped, type Stated, silentAi, talk } from "../../test/asking";
import { aContext } from "../../test/contexts";
import { anIndex } from "../../test/documents";
import type { WorkspaceContext } from "../context";

const { index, close } = await anIndex();
afterAll(close);
const tools = { index, ai: silentAi };

const day = (name: string, value: string, quote: string): Stated => ({
  name,
  value,
  normalised: value,
  quote,
});
const rent = (amount: string): Stated => ({
  name: "rent",
  value: `EUR ${amount}`,
  normalised: `EUR ${amount}`,
  quote: `${amount} EUR`,
});

const aLease = (ctx: WorkspaceContext, place: string, amount: string, end: [string, string]) =>
  aTyped(ctx, {
    type: "contract",
    title: `Lease ${place}`,
    text: `Lease of ${place}. The rent is ${amount} EUR. It ends on ${end[1]}.`,
    facts: [rent(amount), day("end date", ...end)],
  });
const anInvoice = (ctx: WorkspaceContext, name: string, amount: string, due: [string, string]) =>
  aTyped(ctx, {
    type: "invoice",
    title: `Invoice ${name}`,
    text: `Invoice of ${name}. Total ${amount} EUR. Due on ${due[1]}.`,
    facts: [
      {
        name: "total",
        value: `EUR ${amount}`,
        normalised: `EUR ${amount}`,
        quote: `${amount} EUR`,
      },
      day("due date", ...due),
    ],
  });

async function anOffice() {
  const ctx = await aContext(tools);
  await aLease(ctx, "Lindenallee", "1500.00", ["2027-12-31", "31 December 2027"]);
  await aLease(ctx, "Hafenweg", "900.00", ["2029-06-30", "30 June 2029"]);
  await anInvoice(ctx, "Brandt", "80.00", ["2026-02-13", "13 February 2026"]);
  return ctx;
}
const last = <T>(all: readonly T[]) => all.at(-1) as T;

describe("the subject of a conversation", () => {
  test.each([["When does it end?"], ["and its end date?"], ["When does the lease end?"]])(
    "is kept for %s",
    async (question) => {
      const { text } = last(
        await talk(await anOffice(), "What is the rent of the Hafenweg lease?", question),
      );
      expect(text).toBe("“Lease Hafenweg” ends on 30 June 2029 [1].");
    },
  );

  test.each([
    [
      "Wie hoch ist die Miete im Hafenweg?",
      "Und wann endet er?",
      /^„Lease Hafenweg“ endet am 30\. Juni 2029/,
    ],
    [
      "Quel est le loyer du bail Hafenweg ?",
      "Et quelle est sa date de fin ?",
      /prend fin le 30 juin 2029/,
    ],
    [
      "¿Cuál es la renta del contrato Hafenweg?",
      "¿Y cuándo termina?",
      /termina el 30 de junio de 2029/,
    ],
  ])("%s, %s", async (before, question, expected) => {
    expect(last(await talk(await anOffice(), before, question)).text).toMatch(expected);
  });

  test("outlives an answer that was not found", async () => {
    const { text } = last(
      await talk(
        await anOffice(),
        "What is the rent of the Hafenweg lease?",
        "Who painted it?",
        "and when does it end?",
      ),
    );
    expect(text).toBe("“Lease Hafenweg” ends on 30 June 2029 [1].");
  });

  test("is that of the first question, where none was answered yet", async () => {
    const said = [
      "Who painted the house of the Hafenweg lease?",
      "and why was that?",
      "When does it end?",
    ];
    expect(last(await talk(await anOffice(), ...said)).text).toBe(
      "“Lease Hafenweg” ends on 30 June 2029 [1].",
    );
  });

  test("changes with a question that names another", async () => {
    const ctx = await anOffice();
    const before = "What is the rent of the Hafenweg lease?";
    for (const question of [
      "What is the total of the Brandt invoice?",
      "And the total of the Brandt invoice?",
    ])
      expect(last(await talk(ctx, before, question)).text).toMatch(/“Invoice Brandt” is €80\.00/);
  });

  test.each([
    "no, I meant Lindenallee",
    "no, not Hafenweg, Lindenallee",
    "sorry, I meant the lease of Lindenallee",
    "what about Lindenallee?",
    "what about the other one?",
  ])("is corrected by %s", async (question) => {
    const said = ["What is the rent of the Lindenallee lease?", "and of Hafenweg?", question];
    const { text } = last(await talk(await anOffice(), ...said));
    expect(text).toBe("The rent in “Lease Lindenallee” is €1,500.00 [1].");
  });
});

describe("what was listed before", () => {
  const list = "Which leases do we have, and when do they end?";

  test("is counted and chosen from", async () => {
    const ctx = await anOffice();
    const [listed, counted] = await talk(ctx, list, "How many of them end in 2029?");
    expect(listed?.table?.rows).toHaveLength(2);
    expect(counted?.text).toMatch(/^There is 1 lease/);

    const first = listed?.table?.rows[0]?.cells[0]?.text;
    const second = listed?.table?.rows[1]?.cells[0]?.text;
    expect(last(await talk(ctx, list, "What is the rent of the second one?")).text).toContain(
      `“${second}”`,
    );
    expect(last(await talk(ctx, list, "Wie hoch ist die Miete im ersten?")).text).toContain(
      `„${first}“`,
    );
  });

  test.each([
    [
      "What is the rent of the Lindenallee lease?",
      "and of Hafenweg?",
      "which is higher?",
      "It is higher in “Lease Lindenallee”: €1,500.00 [1]. “Lease Hafenweg”: €900.00 [2].",
    ],
    [
      "When does the Lindenallee lease end?",
      "and Hafenweg?",
      "Which one ends first?",
      "It is earlier in “Lease Lindenallee”: 31 December 2027 [1]. “Lease Hafenweg”: 30 June 2029 [2].",
    ],
    [
      "Wie hoch ist die Miete in der Lindenallee?",
      "Und im Hafenweg?",
      "Welche ist niedriger?",
      "Niedriger ist der Wert in „Lease Hafenweg“: 900,00\u00a0€ [1]. „Lease Lindenallee“: 1.500,00\u00a0€ [2].",
    ],
  ])("is compared: %s %s %s", async (one, two, question, expected) => {
    expect(last(await talk(await anOffice(), one, two, question)).text).toBe(expected);
  });
});

test("a follow-up shows nothing of documents that its asker does not see", async () => {
  const ctx = await anOffice();
  const elsewhere = await aContext(tools);
  const [answer] = await talk(ctx, "What is the rent of the Hafenweg lease?");
  const documentIds = answer?.citations.map(({ documentId }) => documentId) ?? [];
  const history = [
    { question: "What is the rent of the Hafenweg lease?", answer: "", documentIds },
  ];
  const seen = await answerTo(elsewhere, "and when does it end?", { history });
  expect(seen.found).toBe(false);
  expect(JSON.stringify(seen)).not.toMatch(/Hafenweg” |2029/);
});
