import { readFileSync } from "node:fs";

import { data } from "./data";
import { readDocument } from "./read-documents";
import { type LabelledDocument, typeOf } from "./samples";

/** Reads the third parties' documents of `data/types`, one folder a type. `source` is where they come from, so that whole sources can be held out. */
export async function typedFiles(): Promise<LabelledDocument[]> {
  const [, ...rows] = readFileSync(data("types/ORIGIN.tsv"), "utf8").trim().split("\n");
  const documents: LabelledDocument[] = [];
  for (const row of rows) {
    const [path = "", , language = "", source = ""] = row.split("\t");
    const document = await readDocument(data(`types/${path}`));
    if (document)
      documents.push({
        type: typeOf(path.split("/")[0] ?? ""),
        topics: [],
        source: source.replace(/ \(.*/, ""),
        isHeldOut: false,
        document,
        language,
        path,
      });
  }
  return documents;
}

/** The names of the agreements in `data/contracts` that are amendments. */
export function amendments(): Set<string> {
  const rows = readFileSync(data("types/ORIGIN.tsv"), "utf8").trim().split("\n");
  return new Set(
    rows
      .map((row) => row.split("\t"))
      .filter(([path = ""]) => path.startsWith("amendment/"))
      .map((row) => row[5]?.split("/").at(-1) ?? ""),
  );
}
