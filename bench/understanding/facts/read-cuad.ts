import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import Papa from "papaparse";
import type { FactCase } from "./expected";

/** CUAD: PDFs in folders, and `master_clauses.csv` with the answers of lawyers. */
export async function readCuad(directory: string): Promise<FactCase[]> {
  const written = await readFile(join(directory, "master_clauses.csv"), "utf8");
  const { data } = Papa.parse<Record<string, string>>(written, { header: true });
  const answers = new Map(data.map((row) => [row.Filename ?? "", row]));
  const cases: FactCase[] = [];
  for await (const path of glob("**/*.{pdf,PDF}", { cwd: directory })) {
    const row = answers.get(basename(path));
    if (!row) continue;
    const of = (column: string) => (row[column] ?? "").trim();
    const fields: Record<string, string[]> = {
      party: partiesOf(of("Parties-Answer")),
      "agreement date": dateOf(of("Agreement Date-Answer")),
      "effective date": dateOf(of("Effective Date-Answer")),
      "end date": endOf(of("Expiration Date-Answer")),
      "notice period": durationOf(of("Notice Period To Terminate Renewal- Answer")),
      "governing law": lawOf(of("Governing Law-Answer")),
    };
    const expected = { type: "contract", fields };
    cases.push({ name: basename(path), path: join(directory, path), expected });
  }
  return cases.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `Birch Inc. ("Company"); Mount Holdings Inc. ("Affiliate")`; what is only a name for several of them is left out. */
function partiesOf(answer: string): string[] {
  const names = answer
    .split(/;(?![^(]*\))/)
    .filter(
      (each) => !/^[^(]* and [^(]*\((?:[^)]*(?:individually|collectively|together))/i.test(each),
    )
    .map((each) =>
      each
        .replace(/\([^)]*\)?/g, "")
        .replace(/["“”]/g, "")
        .trim(),
    )
    .filter((each) => each.length > 1 && !/parties|collectively|^you$|^supplier$|^x+$/i.test(each));
  return [...new Set(names)];
}

/** Dates are month/day/year. One with a blank is no answer. */
function dateOf(answer: string): string[] {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(answer) ?? [];
  if (!month || !day || !year) return [];
  const full = year.length === 4 ? year : Number(year) < 60 ? `20${year}` : `19${year}`;
  return [`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`];
}

function endOf(answer: string): string[] {
  return /^perpetual/i.test(answer) ? ["open"] : dateOf(answer);
}

function durationOf(answer: string): string[] {
  return /\d+\s*(?:day|month|year|week)/i.test(answer) ? [answer] : [];
}

/** Several laws of one agreement are ways to answer. */
function lawOf(answer: string): string[] {
  const laws = answer
    .split(";")
    .map((each) => each.trim())
    .filter(Boolean);
  if (laws.length === 0) return [];
  const short = laws.flatMap((law) => [
    law,
    (law.split(",")[0] ?? law).replace(/^Province of /, ""),
  ]);
  if (laws.includes("England")) short.push("England and Wales");
  return [[...new Set(short)].join(" | ")];
}
