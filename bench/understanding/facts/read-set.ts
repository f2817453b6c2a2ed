import { existsSync } from "node:fs";
import { glob, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import type { ExpectedFacts, FactCase } from "./expected";
import { readCuad } from "./read-cuad";
import { readInvoices } from "./read-invoices";
import { readSroie } from "./read-sroie";

/** Reads a set: the form of this bench, or one of the forms of CUAD, SROIE and invoice2data, known by their files. */
export async function readSet(directory: string, hasLines: boolean): Promise<FactCase[]> {
  if (existsSync(join(directory, "master_clauses.csv"))) return readCuad(directory);
  if (existsSync(join(directory, "key")) && existsSync(join(directory, "box")))
    return readSroie(directory, hasLines);
  const own = await readOwn(directory);
  if (own.length > 0) return own;
  return (await readdir(directory)).some((name) => name.endsWith(".json"))
    ? readInvoices(directory)
    : [];
}

/** `NAME.facts.json` beside each document `NAME.*`. */
async function readOwn(directory: string): Promise<FactCase[]> {
  const cases: FactCase[] = [];
  for await (const found of glob("**/*.facts.json", { cwd: directory })) {
    const folder = join(directory, dirname(found));
    const stem = basename(found, ".facts.json");
    const file = (await readdir(folder)).find(
      (name) => parse(name).name === stem && !name.endsWith(".json"),
    );
    if (!file) continue;
    const expected: ExpectedFacts = JSON.parse(await readFile(join(directory, found), "utf8"));
    cases.push({ name: file, path: join(folder, file), expected });
  }
  return cases.sort((a, b) => (a.path < b.path ? -1 : 1));
}
