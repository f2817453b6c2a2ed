import { sentencesOfText } from "@besunny/document-model/sentences";
import type { Statements } from "../../understanding/contract/statements";
import type { ReadPassage } from "../find/find-text";
import type { OutlinePart } from "../question/forms";
import type { Asked } from "../question/understand";
import { markers } from "./citer";
import type { Desk, Draft, Subject } from "./draft";
import { formatDay, joined, plain } from "./format";
import { phrases, quote } from "./phrases";
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
 * Answers what was decided, or what is to do, from the newest document that records any. A newer one that records none is named. Null if none
 * records any.
 */
export function composeOutline(
  asked: Asked,
  part: OutlinePart,
  subjects: readonly Subject[],
  understood: Understood,
  desk: Desk,
): Draft | null {
  const { language } = asked;
  const newest = [...subjects].sort((a, b) => b.day.localeCompare(a.day));
  const pointsOf = ({ id }: Subject) =>
    understood
      .find(({ documentId }) => documentId === id)
      ?.statements.outline?.find((each) => each.part === part)?.sentences ?? [];
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
  hits: readonly (ReadPassage & { title: string })[],
  desk: Desk,
): Draft | null {
  const first = new Map<string, ReadPassage & { title: string }>();
  for (const hit of hits) if (!first.has(hit.documentId)) first.set(hit.documentId, hit);
  if (first.size === 0) return null;
  const rows = [...first.values()].map((passage) => {
    const span = sentencesOfText(passage.text)[0] ?? [0, passage.text.length];
    const n = citePassage(desk, { id: passage.documentId, title: passage.title }, passage, span);
    return { passage, n, words: plain(passage.text.slice(...span)) };
  });
  const titles = rows.map(({ passage, n }) => `${quote(passage.title, language)} [${n}]`);
  const sentence = phrases
    .found({ count: rows.length }, language)
    .replace(/\.$/, language === "fr" ? " : " : ": ");
  return { form: "list", text: `${sentence}${joined(titles, language)}.`, table: null, rest: [] };
}
