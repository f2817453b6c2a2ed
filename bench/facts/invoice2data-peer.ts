import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Fact } from "@besunny/ai/ai";
import type { FactCase } from "./expected";
import { fieldsOfInvoice } from "./read-invoices";
import type { Outcome } from "./score-facts";

const run = promisify(execFile);

/**
 * Reads invoices with invoice2data, if the Python of the variable PYTHON has it. Its templates are written for each seller, partly for the same
 * files. Returns null for other sets and where it is absent.
 */
export async function peerFacts(cases: readonly FactCase[]): Promise<Outcome[] | null> {
  const invoices = cases.filter(({ expected, lines }) => expected.type === "invoice" && !lines);
  if (invoices.length === 0) return null;
  const python = process.env.PYTHON ?? "python3";
  const isThere = await run(python, ["-c", "import invoice2data"]).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    console.error("invoice2data is skipped: the Python of PYTHON does not have it.");
    return null;
  }
  const script = join(import.meta.dirname, "invoice2data-peer.py");
  const { stdout } = await run(python, [script, ...invoices.map(({ path }) => path)], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const found = new Map(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map((each) => [each.path, each.found]),
  );
  return invoices.map((from) => ({ from, facts: factsOf(found.get(from.path) ?? {}) }));
}

function factsOf(given: Record<string, unknown>): Fact[] {
  return Object.entries(fieldsOfInvoice(given)).flatMap(([name, values]) =>
    values.map((value) => ({
      name,
      value: value.split(" | ")[0] ?? value,
      confidence: 1,
      evidence: [],
    })),
  );
}
