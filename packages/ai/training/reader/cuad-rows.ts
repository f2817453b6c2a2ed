import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Span } from "../../src/ai";
import { data } from "../data";
import { pdfText } from "../pdf-text";
import { randomNumbers } from "../random-numbers";
import { clauseKinds } from "./clause-kinds";
import { cuadContracts } from "./cuad-clauses";
import { around, type ReaderRow } from "./rows";

/** Questions about the clauses of the first half of the contracts, and the same questions about other passages of the same contract. */
export async function cuadRows(): Promise<ReaderRow[]> {
  const random = randomNumbers(7);
  const rows: ReaderRow[] = [];
  for (const { name, path, clauses } of cuadContracts(data("contracts"), "1")) {
    const text = (await pdfText(path)).replace(/[ \t]+/g, " ");
    const sentences = sentencesOfText(text);
    const title = name.replace(/^.*_/, "").replace(/\.pdf$/i, "");
    for (const { column, ask } of clauseKinds) {
      const texts = clauses.find((clause) => clause.column === column)?.texts ?? [];
      const spans = texts.flatMap((clause) => located(text, clause));
      const question = () => ask[Math.floor(random() * ask.length)] ?? ask[0];
      const row = { set: "cuad", group: `cuad ${name}`, title };
      const seen = new Set<string>();
      for (const span of spans.slice(0, 4)) {
        const found = around(text, span, sentences);
        if (!found || seen.has(found.passage)) continue;
        seen.add(found.passage);
        rows.push({
          ...row,
          question: question(),
          passage: found.passage,
          spans: [found.span],
        });
      }
      for (let turn = 0; turn < 2; turn++) {
        const [start, end] = sentences[Math.floor(random() * sentences.length)] ?? [0, 0];
        const found = around(text, [start, end], sentences);
        if (!found || spans.some(([from, to]) => overlaps(text, found.passage, from, to))) continue;
        rows.push({ ...row, question: question(), passage: found.passage, spans: [] });
      }
    }
  }
  return rows;
}

function overlaps(text: string, passage: string, from: number, to: number): boolean {
  const at = text.indexOf(passage);
  return at < to && at + passage.length > from;
}

/** Finds a clause in the text, whatever blanks are between its words. */
function located(text: string, clause: string): Span[] {
  const words = clause.split(/\s+/).slice(0, 40);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s*");
  const match = new RegExp(pattern, "iu").exec(text);
  return match ? [[match.index, match.index + match[0].length]] : [];
}
