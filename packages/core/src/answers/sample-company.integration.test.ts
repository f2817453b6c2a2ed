import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLocalAi } from "@besunny/ai/local-ai";
import { createReader } from "@besunny/reading/pool/reader";
import { afterAll, beforeAll, expect, test } from "vitest";

import { aContext } from "../../test/contexts";
import { anIndex, process, uploadText } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { askQuestion } from "./ask-question";
import { suggestQuestions } from "./suggest-questions";

const sample = join(import.meta.dirname, "../../../../apps/cli/sample/files");
const names = [
  "Lease Karl-Heine-Straße 85.pdf",
  "Lease amendment No 1.pdf",
  "Minutes moving committee 2026-01-12.docx",
  "Transcript weekly meeting 2026-03-02.txt",
  "Invoice Umzug Krüger 2026-0217.pdf",
  "Invoice Elektro Brandt EB-1188.pdf",
  "Invoice Möbelwerk Saale RE-30455.docx",
  "Invoice Netzwerk Leipzig March 2026.html",
  "Quarterly report Q1 2026.pdf",
];

const entry = (name: string) => fileURLToPath(import.meta.resolve(name));
const reader = createReader({ childEntry: entry("@besunny/reading/child/main"), concurrency: 1 });
const cacheDirectory = await mkdtemp(join(tmpdir(), "besunny-models-"));
const ai = createLocalAi({ childEntry: entry("@besunny/ai/child/main"), cacheDirectory });
const { index, close } = await anIndex(ai);
let ctx: WorkspaceContext;

beforeAll(async () => {
  ctx = await aContext({ index, reader, ai });
  for (const fileName of names) {
    const { document } = await uploadText(ctx, await readFile(join(sample, fileName)), {
      fileName,
    });
    await process(ctx, document.id);
  }
}, 400_000);
afterAll(async () => {
  await Promise.all([close(), reader.close(), ai.close()]);
  await rm(cacheDirectory, { recursive: true, force: true });
});

async function ask(question: string, history: Parameters<typeof askQuestion>[1]["history"] = []) {
  let text = "";
  for await (const item of askQuestion(ctx, { question, history })) {
    if (item.kind === "text") text += item.text;
    else return { text, ...item };
  }
  throw new Error("The answer broke off");
}

test.each([
  ["When does the lease end?", /^“Lease Karl-Heine-Straße 85” ends on 31 December 2027 \[1\]/],
  ["Wann endet der Mietvertrag?", /endet am 31\. Dezember 2027 \[1\]/],
  [
    "What is the monthly rent?",
    /^The rent is €4,340\.00 since 1 April 2026 \[1\]; before that it was €4,100\.00 \[2\]\.$/,
  ],
  ["How much is the latest invoice, and when is it due?", /€464\.10 \[1\]\. .*15 March 2026 \[2\]/],
  [
    "What was decided in the last meeting?",
    /“Minutes moving committee 2026-01-12” says: .*Umzug Krüger GmbH \[1\].* is later and records no decisions/,
  ],
  [
    "How many invoices do we have and what is their sum?",
    /^The 4 invoices come to €26,596\.50 in total/,
  ],
  [
    "which invoice is the most expensive one?",
    /^The largest is “Invoice Möbelwerk Saale RE-30455” with €11,662\.00 \[1\]/,
  ],
  ["who signed the lease?", /Friederike Aust \[1\] and Clara Finch \[2\]/],
  [
    "Compare the due dates of the invoices from Krüger and Möbelwerk",
    /11 March 2026 .*4 March 2026|4 March 2026 .*11 March 2026/,
  ],
  ["Summarise the quarterly report", /€418,000/],
])("%s", async (question, expected) => {
  const { text, found, citations } = await ask(question);
  expect(text).toMatch(expected);
  expect(found).toBe(true);
  expect(citations.map(({ n }) => n)).toEqual(citations.map((_, at) => at + 1));
  for (const { isProven } of citations) expect(isProven).toBe(true);
});

test("a follow-up keeps its subject", async () => {
  const question = "total of the Elektro Brandt invoice";
  const { text, citations } = await ask(question);
  const history = [
    { question, answer: text, documentIds: citations.map(({ documentId }) => documentId) },
  ];

  expect((await ask("and when is it due?", history)).text).toMatch(
    /“Invoice Elektro Brandt EB-1188” is due on 13 February 2026/,
  );
  expect((await ask("and the one from Krüger?", history)).text).toContain("€5,831.00");
});

test("every question that is suggested is answered", async () => {
  const { items } = await suggestQuestions(ctx, { limit: 10 });
  expect(items.map(({ question }) => question)).toEqual(
    expect.arrayContaining([
      "When does “Lease Karl-Heine-Straße 85” end?",
      "How much is the latest invoice, and when is it due?",
      "What was decided in the last meeting?",
    ]),
  );
  for (const { question } of items) {
    const { found, citations } = await ask(question);
    expect({ question, found, hasSources: citations.length > 0 }).toEqual({
      question,
      found: true,
      hasSources: true,
    });
  }
});
