import type { Fact } from "@besunny/ai/ai";
import { askPeer } from "../ask-peer";
import type { FactCase } from "./expected";
import { fieldsOfInvoice } from "./read-invoices";
import type { Outcome } from "./score-facts";

const script = `
import json, logging, sys
from invoice2data import extract_data
from invoice2data.extract.loader import read_templates
logging.disable(logging.CRITICAL)
templates = read_templates()
found = {}
for path in json.load(sys.stdin):
    try:
        found[path] = extract_data(path, templates=templates) or {}
    except Exception:
        found[path] = {}
print(json.dumps(found, default=str))
`;

/**
 * Reads invoices with invoice2data, if the Python of the variable PYTHON has it. Its templates are written for each seller, partly for the same
 * files. Returns null for other sets and where it is absent.
 */
export async function peerFacts(cases: readonly FactCase[]): Promise<Outcome[] | null> {
  const invoices = cases.filter(({ expected, lines }) => expected.type === "invoice" && !lines);
  if (invoices.length === 0) return null;
  const answer = await askPeer(
    "facts",
    script,
    invoices.map(({ path }) => path),
  );
  if (typeof answer !== "object" || answer === null) return null;
  const found = new Map<string, object>(Object.entries(answer));
  return invoices.map((from) => ({ from, facts: factsOf(found.get(from.path) ?? {}) }));
}

function factsOf(given: object): Fact[] {
  return Object.entries(fieldsOfInvoice({ ...given })).flatMap(([name, values]) =>
    values.map((value) => ({
      name,
      value: value.split(" | ")[0] ?? value,
      confidence: 1,
      evidence: [],
    })),
  );
}
