import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Papa from "papaparse";
import { clauseKinds } from "./clause-kinds";

/** A contract of CUAD with the words that lawyers marked for each kind of clause. */
export type CuadContract = {
  name: string;
  path: string;
  clauses: { column: string; texts: string[] }[];
};

/** Reads the contracts of a folder, in the order of their names. Half 1 is trained on and half 2 is measured. */
export function cuadContracts(folder: string, half?: "1" | "2"): CuadContract[] {
  const written = readFileSync(join(folder, "master_clauses.csv"), "utf8");
  const { data } = Papa.parse<Record<string, string>>(written, { header: true });
  const rows = new Map(data.map((row) => [row.Filename ?? "", row]));
  const contracts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.pdf$/i.test(path))
    .flatMap((path) => {
      const row = rows.get(basename(path));
      if (!row) return [];
      const clauses = clauseKinds.flatMap(({ column }) => {
        const texts = textsOf(row[column] ?? "");
        return texts.length > 0 ? [{ column, texts }] : [];
      });
      return [{ name: basename(path), path: join(folder, path), clauses }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const middle = Math.floor(contracts.length / 2);
  if (half === "1") return contracts.slice(0, middle);
  return half === "2" ? contracts.slice(middle) : contracts;
}

/** Reads a list as Python prints it. */
function textsOf(cell: string): string[] {
  return [...cell.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)]
    .map(({ 1: single, 2: double }) => (single ?? double ?? "").replace(/\\(.)/g, "$1").trim())
    .filter((text) => text.length > 2);
}
