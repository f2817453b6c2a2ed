import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sentencesOfText } from "@besunny/document-model/sentences";
import { z } from "zod";
import { around, type ReaderRow } from "./rows";

const Answer = z.object({ text: z.string(), answer_start: z.number() });
const Question = z.object({
  question: z.string(),
  is_impossible: z.boolean().optional(),
  answers: z.array(Answer),
});
const SquadFile = z.object({
  data: z.array(
    z.object({
      title: z.string().optional(),
      paragraphs: z.array(z.object({ context: z.string(), qas: z.array(Question) })),
    }),
  ),
});

/** The sets in SQuAD's form, with the most questions that are taken of each. MODEL-CARD.md says where they come from. */
const sets = [
  { name: "squad", file: "squad-test-v1.1.json", most: 20_000, only: "answered" },
  { name: "squad2", file: "squad2-train-part.json", most: 1_000, only: "impossible" },
  { name: "policyqa", file: "policyqa-dev.json", most: 1_400, only: "answered" },
  { name: "policyqa", file: "policyqa-test.json", most: 1_400, only: "answered" },
  { name: "newwiki", file: "new_wiki_v1.0.json", most: 8_000, only: "answered" },
  { name: "covidqa", file: "covidqa.json", most: 1_000, only: "answered" },
] as const;

/** Passages of other lengths, too, so that the reader does not rely on one. */
const lengths = [900, 450, 700, 300];

/** Reads all sets of the folder. */
export function squadRows(folder: string): ReaderRow[] {
  return sets.flatMap(({ name, file, most, only }) => {
    const path = join(folder, file);
    if (!existsSync(path)) throw new Error(`${path} is missing: MODEL-CARD.md names its source.`);
    const rows = rowsOf(name, readFileSync(path, "utf8"), only === "impossible");
    const step = Math.max(1, rows.length / most);
    return rows.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  });
}

function rowsOf(set: string, written: string, wantsImpossible: boolean): ReaderRow[] {
  const { data } = SquadFile.parse(JSON.parse(written));
  return data.flatMap(({ title, paragraphs }, article) =>
    paragraphs.flatMap(({ context, qas }, number) => {
      const sentences = sentencesOfText(context);
      const row = { set, group: `${set} ${title ?? article}` };
      const named = number % 2 === 0 && title ? title.replaceAll("_", " ") : "";
      return qas.flatMap(({ question, is_impossible = false, answers }): ReaderRow[] => {
        if (is_impossible !== wantsImpossible) return [];
        const own = { ...row, title: named, question: question.trim() };
        if (is_impossible) return [{ ...own, passage: context.slice(0, 900), spans: [] }];
        const answer = answers[0];
        if (!answer) return [];
        const { text, answer_start: start } = answer;
        const longest = lengths[number % lengths.length];
        const found = around(context, [start, start + text.length], sentences, longest);
        return found ? [{ ...own, passage: found.passage, spans: [found.span] }] : [];
      });
    }),
  );
}
