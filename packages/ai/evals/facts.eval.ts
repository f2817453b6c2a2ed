import { existsSync, readFileSync } from "node:fs";
import { clearNumber } from "../src/understanding/entities/amounts";
import { conventionsOf } from "../src/understanding/entities/conventions";
import { findFacts } from "../src/understanding/facts";
import { detectLanguage } from "../src/understanding/language";
import { data, hasData } from "../training/data";
import { pdfText } from "../training/pdf-text";
import { plainDocument } from "../training/samples";

// The fields that invoice2data's templates, written for each supplier, return for its sample invoices.
const invoices = [
  "AmazonWebServices",
  "AzureInterior",
  "FlipkartInvoice",
  "NetpresseInvoice",
  "QualityHosting",
  "coolblue1",
  "coolblue2",
  "free_fiber",
  "oyo",
  "saeco",
];
const scores = { number: [0, 0], date: [0, 0], amount: [0, 0] };

if (!hasData) console.log("facts: skipped, the third-party files are not here");
else {
  for (const name of invoices) await score(name);
  for (const [field, [right = 0, given = 0]] of Object.entries(scores))
    console.log(`facts, invoice ${field}: ${right} of ${given}`);
}

async function score(name: string): Promise<void> {
  const path = data(`invoices/compare/${name}`);
  if (!existsSync(`${path}.json`)) return;
  const expected = JSON.parse(readFileSync(`${path}.json`, "utf8"))[0];
  const text = await pdfText(`${path}.pdf`);
  const language = await detectLanguage(text);
  const view = {
    document: plainDocument(text, "pdf"),
  };
  const conventions = conventionsOf(text, language?.code ?? null);
  const facts = findFacts(view, conventions);
  const value = (...names: string[]) => facts.find((fact) => names.includes(fact.name))?.value;

  note(
    scores.number,
    expected.invoice_number,
    value("invoice number") === String(expected.invoice_number),
  );
  note(
    scores.date,
    expected.date,
    value("invoice date", "date") === String(expected.date).slice(0, 10),
  );
  const total = clearNumber((value("total") ?? "").replace(/[^\d.,]/g, ""), conventions);
  note(scores.amount, expected.amount, total === Number(expected.amount));
}

function note(score: number[], expected: unknown, isRight: boolean): void {
  if (expected === undefined) return;
  score[0] = (score[0] ?? 0) + Number(isRight);
  score[1] = (score[1] ?? 0) + 1;
}
