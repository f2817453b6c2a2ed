import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Report } from "../report";
import { spread } from "../spread";
import { askPeer } from "./ask-peer";
import { localUnderstanding } from "./local-understanding";
import { rouge } from "./rouge";
import { type Summarised, summarisedIn } from "./summary-sets";

const LEAD = 3;

/**
 * `bench summary`: compares summaries with those that people wrote, by ROUGE-1 and ROUGE-2. Beside the local models are the first three
 * sentences, as many first sentences as the models take, and TextRank with as many.
 */
export async function summary({
  dir,
  limit,
  against,
}: {
  dir?: string;
  limit?: string;
  against?: string;
}): Promise<Report> {
  if (!dir) throw new Error("Say where the texts and their summaries lie: --dir DIR");
  const all = await summarisedIn(dir);
  if (all.length === 0) throw new Error(`${dir} has no NAME.txt with a NAME.summary beside it.`);
  const texts = limit ? spread(all, Number(limit)) : all;
  const ours = await byLocalModels(texts);
  const counts = ours.map(({ sentences }) => sentences.length);
  const textRank = await byTextRank(texts, counts);
  return {
    texts: texts.length,
    sentences: counts.reduce((sum, count) => sum + count, 0) / texts.length,
    ...scored(
      "",
      texts,
      ours.map(({ sentences }) => sentences.join(" ")),
    ),
    ...scored(
      "short_",
      texts,
      ours.map(({ short }) => short.join(" ")),
    ),
    ...scored(
      "lead_3_",
      texts,
      texts.map(({ text }) => lead(text, LEAD)),
    ),
    ...scored(
      "lead_same_",
      texts,
      texts.map(({ text }, at) => lead(text, counts[at] ?? LEAD)),
    ),
    ...(textRank && scored("textrank_", texts, textRank)),
    ...(against &&
      scored(
        "before_",
        texts,
        (await byLocalModels(texts, against)).map(({ sentences }) => sentences.join(" ")),
      )),
  };
}

async function byLocalModels(texts: readonly Summarised[], checkout?: string) {
  const models = await localUnderstanding(checkout);
  const found: { sentences: string[]; short: string[] }[] = [];
  for (const { text } of texts) {
    const sentences = (await models.understand(text)).summary;
    found.push({
      sentences: sentences.map((each) => each.text),
      short: sentences.filter((each) => each.isShort).map((each) => each.text),
    });
  }
  await models.close();
  return found;
}

function lead(text: string, count: number): string {
  return sentencesOf(text).slice(0, count).join(" ");
}

function sentencesOf(text: string): string[] {
  return sentencesOfText(text).map((span) => text.slice(...span).replace(/\s+/g, " "));
}

/** The sentences are cut already, one a line, so that sumy needs no data of its own. */
const textRankScript = `
import json, re, sys
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.text_rank import TextRankSummarizer
class Lines:
    def to_sentences(self, text): return [line for line in text.split("\\n") if line.strip()]
    def to_words(self, sentence): return re.findall(r"\\w+", sentence.lower())
found = []
for sentences, count in json.load(sys.stdin):
    document = PlaintextParser.from_string("\\n".join(sentences), Lines()).document
    found.append(" ".join(str(each) for each in TextRankSummarizer()(document, max(1, count))))
print(json.dumps(found))
`;

async function byTextRank(
  texts: readonly Summarised[],
  counts: readonly number[],
): Promise<string[] | null> {
  const given = texts.map(({ text }, at) => [sentencesOf(text), counts[at]]);
  return (await askPeer("TextRank", textRankScript, given)) as string[] | null;
}

function scored(prefix: string, texts: readonly Summarised[], found: readonly string[]): Report {
  const scores = texts.map(({ reference }, at) => rouge(found[at] ?? "", reference));
  const mean = (of: "one" | "two") =>
    (100 * scores.reduce((sum, score) => sum + score[of], 0)) / texts.length;
  return { [`${prefix}rouge_1`]: mean("one"), [`${prefix}rouge_2`]: mean("two") };
}
