import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Statements } from "../../understanding/contract/statements";
import type { ReadPassage } from "../find/find-text";
import type { OutlinePart } from "../question/forms";
import type { Asked } from "../question/understand";
import { isSameWord, wordsOf } from "../question/words";
import { markers } from "./citer";
import type { Desk, Draft, Subject } from "./draft";
import { quote } from "./field-phrases";
import { formatDay, joined, plain } from "./format";
import { phrases } from "./phrases";
import { citePassage } from "./values";

type Understood = readonly { documentId: string; statements: Statements }[];

const MOST_SENTENCES = 5;
const MOST_POINTS = 6;

/** Answers with the stored summary of a document, each sentence with its source. */
export function composeSummary(
  asked: Asked,
  subject: Subject,
  understood: Understood,
  desk: Desk,
): Draft | null {
  const statements = understood.find(({ documentId }) => documentId === subject.id)?.statements;
  const sentences = statements?.summary ?? [];
  const isShort =
    /\b(?:one|a|single|einem|ein|une|una) (?:sentence|satz|phrase|frase)\b|\b(?:short|brief|kurz|bref|breve)/i.test(
      asked.question,
    );
  const short = sentences.filter((each) => each.isShort);
  const chosen = (isShort && short.length > 0 ? short : sentences).slice(0, MOST_SENTENCES);
  const said = chosen.flatMap(({ text, evidence }) => {
    const marks = markers(desk.citer.citeAll(subject, evidence));
    return marks ? [`${plain(text)}${marks}.`] : [];
  });
  return said.length > 0 ? { form: "summary", text: said.join(" "), table: null, rest: [] } : null;
}

/**
 * Answers what was decided, or what is to do, from the newest document that records any. With `words`, only passages with all of them count. A
 * newer document that records none is named. Null if none records any.
 */
export async function composeOutline(
  asked: Asked,
  part: OutlinePart,
  {
    subjects,
    understood,
    words,
  }: { subjects: readonly Subject[]; understood: Understood; words: readonly string[] },
  desk: Desk,
): Promise<Draft | null> {
  const { language } = asked;
  const newest = [...subjects].sort((a, b) => b.day.localeCompare(a.day));
  const passages = words.length > 0 ? await desk.readText(newest.map(({ id }) => id)) : [];
  const pointsOf = ({ id }: Subject) =>
    (
      understood
        .find(({ documentId }) => documentId === id)
        ?.statements.outline?.find((each) => each.part === part)?.sentences ?? []
    ).filter(
      ({ evidence }) =>
        words.length === 0 || isAbout(words, passages, id, evidence[0]?.span[0] ?? -1),
    );
  const source = newest.find((subject) => pointsOf(subject).length > 0);
  if (!source) return null;
  const points = pointsOf(source)
    .slice(0, MOST_POINTS)
    .map(({ text, evidence }) => `${plain(text)}${markers(desk.citer.citeAll(source, evidence))}`);
  const said = phrases.says(source.title, `${points.join("; ")}.`, language);
  const later =
    newest[0] && newest[0].id !== source.id && asked.order === "latest" ? newest[0] : null;
  const what = { decisions: "decisions", actions: "actions" }[part];
  const note = later
    ? phrases.later(later.title, formatDay(later.day, language), what, language)
    : null;
  return { form: "fact", text: [said, note].filter(Boolean).join(" "), table: null, rest: [] };
}

/** Returns whether the passage around a place, with its headings, holds all of the words. */
function isAbout(
  words: readonly string[],
  passages: readonly ReadPassage[],
  documentId: string,
  at: number,
): boolean {
  const around = passages.find(
    (passage) =>
      passage.documentId === documentId &&
      passage.start <= at &&
      at < passage.start + passage.text.length,
  );
  return around !== undefined && holdsAll(around, words);
}

function holdsAll(passage: ReadPassage, words: readonly string[]): boolean {
  const own = wordsOf([...passage.headingPath, passage.text].join(" "));
  return words.every((word) => own.some((each) => isSameWord(each, word)));
}

/** Answers with the sentence that defines a term. */
export function composeDefinition(
  { language, term }: Asked,
  passages: readonly (ReadPassage & { title: string })[],
  desk: Desk,
): Draft | null {
  if (!term) return null;
  const escaped = term.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
  const named = `["“„«(]?\\s?${escaped}\\s?["”“»)]?`;
  const verbs =
    "(?:shall\\s+mean|means?|shall\\s+have\\s+the\\s+meaning|is\\s+defined\\s+as|refers?\\s+to|is|are|bedeutet|bezeichnet|ist|sind|heißt|désigne|signifie|est|significa|es|se\\s+entiende)";
  const strict = new RegExp(`(?:^|[\\s(])${named}\\s+${verbs}(?!\\p{L})`, "iu");
  const defined = new RegExp(
    `\\((?:the|hereinafter|collectively|each)?,?\\s*["“„]${escaped}["”“]\\)`,
    "iu",
  );
  for (const pattern of [strict, defined])
    for (const passage of passages)
      for (const span of sentencesOfText(passage.text)) {
        const sentence = passage.text.slice(...span);
        if (!pattern.test(sentence) || sentence.length > 900) continue;
        const document = { id: passage.documentId, title: passage.title };
        const n = citePassage(desk, document, passage, span);
        return {
          form: "definition",
          text: `${quote(plain(sentence), language)} [${n}]`,
          table: null,
          rest: [],
        };
      }
  return null;
}

/** Answers which documents say something, with the passage that does. */
export function composeMentions(
  { language }: Asked,
  words: readonly string[],
  hits: readonly (ReadPassage & { title: string })[],
  desk: Desk,
): Draft | null {
  const first = new Map<string, ReadPassage & { title: string }>();
  for (const hit of hits)
    if (!first.has(hit.documentId) && holdsAll(hit, words)) first.set(hit.documentId, hit);
  if (first.size === 0) return null;
  const rows = [...first.values()].map((passage) => {
    const span = sentenceWith(passage, words);
    const n = citePassage(desk, { id: passage.documentId, title: passage.title }, passage, span);
    return { passage, n, words: plain(passage.text.slice(...span)) };
  });
  const titles = rows.map(({ passage, n }) => `${quote(passage.title, language)} [${n}]`);
  const sentence = phrases
    .found({ count: rows.length }, language)
    .replace(/\.$/, language === "fr" ? " : " : ": ");
  return { form: "list", text: `${sentence}${joined(titles, language)}.`, table: null, rest: [] };
}

/** The sentence with the most of the words. */
function sentenceWith({ text }: ReadPassage, words: readonly string[]): [number, number] {
  const rate = ([start, end]: [number, number]) => {
    const own = wordsOf(text.slice(start, end));
    return words.filter((word) => own.some((each) => isSameWord(each, word))).length;
  };
  const all = sentencesOfText(text).map(([start, end]): [number, number] => [start, end]);
  return all.reduce(
    (best, each) => (rate(each) > rate(best) ? each : best),
    all[0] ?? [0, text.length],
  );
}
