import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import Papa from "papaparse";
import { cutFiles } from "./cuts";
import type { RetrievalSet, SetPassage, SetQuery } from "./sets";

/** The kinds of clauses that are asked for, in the words of somebody who looks for one. */
const questions: Record<string, string> = {
  "Governing Law": "governing law",
  "Expiration Date": "When does the agreement end?",
  "Renewal Term": "Is the agreement renewed automatically?",
  "Notice Period To Terminate Renewal": "notice period to prevent renewal",
  "Anti-Assignment": "Can the agreement be assigned to somebody else?",
  "Termination For Convenience": "termination without cause",
  "Non-Compete": "Is competing forbidden?",
  Exclusivity: "exclusivity",
  "Audit Rights": "Who may inspect the books and records?",
  "Cap On Liability": "limit of liability",
  Insurance: "Which insurance is required?",
  "Revenue/Profit Sharing": "royalties and share of revenue",
};

/** Characters of a clause, without blanks and signs, that a passage must share with it. */
const SHARED = 60;
const SHORTEST = 20;

/**
 * Reads the contracts of a folder in the form of CUAD: master_clauses.csv, and PDFs at any depth. Cuts them as the product does, and asks each
 * for its clauses.
 */
export async function readCuad(directory: string): Promise<RetrievalSet> {
  const table = await readFile(join(directory, "master_clauses.csv"), "utf8");
  const rows = Papa.parse<Record<string, string>>(table, { header: true }).data;
  const byName = new Map(rows.map((row) => [row.Filename ?? "", row]));
  const paths: string[] = [];
  for await (const path of glob(join(directory, "**/*.{pdf,PDF}")))
    if (byName.has(basename(path))) paths.push(path);
  const cuts = await cutFiles(paths.sort());
  return {
    passages: [...cuts.values()].flat(),
    queries: [...cuts].flatMap(([path, cut]) =>
      queriesOf(byName.get(basename(path)) ?? {}, path, cut),
    ),
  };
}

function queriesOf(
  row: Record<string, string>,
  document: string,
  cut: readonly SetPassage[],
): SetQuery[] {
  return Object.entries(questions).flatMap(([kind, text]) => {
    const holders = holdersOf(clausesOf(row[kind] ?? ""), cut);
    const wanted = new Map(holders.map(({ id }) => [id, 1]));
    return wanted.size > 0 ? [{ text, wanted, within: new Set([document]) }] : [];
  });
}

/** The clauses of a cell, which is a list in the form of Python. */
function clausesOf(cell: string): string[] {
  return [...cell.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(
    ([, single, double]) => single ?? double ?? "",
  );
}

/** The passages that hold the beginning of a clause. */
function holdersOf(clauses: readonly string[], cut: readonly SetPassage[]): SetPassage[] {
  const wanted = clauses
    .map((clause) => squashed(clause).slice(0, SHARED))
    .filter(({ length }) => length > SHORTEST);
  return cut.filter(({ text }) => {
    const own = squashed(text);
    return wanted.some((clause) => own.includes(clause));
  });
}

function squashed(text: string): string {
  return text
    .toLowerCase()
    .replace(/\\[nt]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
