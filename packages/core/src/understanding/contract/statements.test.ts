import type { Understanding } from "@besunny/ai/ai";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";

import { proveStatements, Statements } from "./statements";

test("a fact of a field keeps the path of its field when it is stored, with or without words that show it", () => {
  const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
  builder.add({ kind: "paragraph", text: "Invoice 7" });
  const element = "factur-x.xml#/CrossIndustryInvoice/ExchangedDocument/ID";
  const fact = { name: "invoice number", value: "7", confidence: 0.99, element };
  const understood: Understanding = {
    producedBy: { kind: "local", model: "besunny-local", release: "1" },
    type: { name: null, confidence: null, candidates: [], evidence: [] },
    categories: [],
    keyPhrases: [],
    entities: [],
    personalData: [],
    facts: [
      { ...fact, evidence: [[8, 9]] },
      { ...fact, name: "due date", value: "2026-04-14", evidence: [] },
    ],
    language: null,
    summary: [],
    sentiment: null,
    like: [],
    features: null,
    cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
  };

  const { facts } = Statements.parse(proveStatements(builder.build(), understood));
  expect(facts).toMatchObject([
    { element, evidence: [{ quote: "7", isProven: true }] },
    { element, evidence: [] },
  ]);
});
