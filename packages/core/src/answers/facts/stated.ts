import type { FieldDefinition } from "@besunny/ai/ai";
import { sentencesOfText } from "@besunny/document-model/sentences";
import type { ReadPassage } from "../find/find-text";
import { fieldCalled } from "../question/fields";
import { fold } from "../question/words";

/** A value that a sentence states right after a label of its field. `was` is the value that it replaces, `since` the day from which. */
export type Stated = {
  passage: ReadPassage;
  value: string;
  span: [start: number, end: number];
  was: string | null;
  since: string | null;
};

const money =
  "(?:[€$£¥]\\s?\\d[\\d.,' ]*\\d|[€$£¥]\\s?\\d|\\b(?:EUR|USD|GBP|CHF)\\s?\\d[\\d.,' ]*\\d|\\d[\\d.,' ]*\\d?\\s?(?:€|\\$|£|EUR|USD|GBP|CHF|euros?|dollars?)(?!\\p{L}))";
const monthNames =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic)[\\p{L}]*\\.?";
const date = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}(?:\\.|st|nd|rd|th|er)?\\s(?:de\\s)?${monthNames}\\s(?:de\\s)?\\d{4}|${monthNames}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4})`;
const duration =
  "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|zwei|drei|vier|fünf|sechs|zwölf|deux|trois|dos|tres)(?:\\s\\(\\d+\\))?[\\s-](?:business |working |calendar |kalender)?(?:days?|weeks?|months?|years?|tagen?|wochen?|monaten?|jahren?|jours?|semaines?|mois|ans?|días?|semanas?|mes(?:es)?|años?)'?";

const values: Partial<Record<FieldDefinition["kind"], string>> = { money, date, duration };

/** The most letters between a label and its value, such as "is" or "to be paid by". */
const BETWEEN = 28;

/**
 * Finds values that come right after a label of the field, or that a sentence with the label states as "rises from ... to ...". It knows sums, days
 * and lengths of time; other fields have none.
 */
export function statedIn(passages: readonly ReadPassage[], name: string): Stated[] {
  const field = fieldCalled(name);
  const value = field && values[field.kind];
  if (!field || !value) return [];
  const labels = labelsOf(field);
  return passages.flatMap((passage) =>
    sentencesOfText(passage.text).flatMap(([start, end]) => {
      const sentence = passage.text.slice(start, end);
      const found = changedIn(sentence, labels, value) ?? namedIn(sentence, labels, value);
      return found ? [{ ...found, passage, span: [start, end] as [number, number] }] : [];
    }),
  );
}

/** Returns the labels of a field that say enough on their own, as a pattern. */
export function labelsOf({ label, labels }: FieldDefinition): string {
  const all = [...new Set([label, ...labels])].filter(
    (each) => each.length > 3 && !tooShort.has(fold(each)),
  );
  return all
    .sort((a, b) => b.length - a.length)
    .map((each) =>
      each
        .replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replaceAll(" ", "\\s+")
        // Umlauts may be written as two letters.
        .replaceAll(/[äöü]/g, (letter) => `(?:${letter}|${{ ä: "ae", ö: "oe", ü: "ue" }[letter]})`),
    )
    .join("|");
}

const tooShort = new Set([
  "date",
  "datum",
  "fecha",
  "total",
  "term",
  "ende",
  "start",
  "stand",
  "betrag",
  "gesamt",
  "price",
  "fees",
  "frist",
  "notice",
]);

function namedIn(sentence: string, labels: string, value: string) {
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${labels})(?!\\p{L})([^\\d€$£¥.;]{0,${BETWEEN}}?)(${value})`,
    "iu",
  );
  const match = pattern.exec(sentence);
  return match?.[2] ? { value: match[2].trim(), was: null, since: null } : null;
}

const fromTo = (value: string) =>
  new RegExp(
    `(?:from|von|de|desde)\\s+(${value})[^.;]{0,20}?\\s(?:to|auf|à|a|hasta)\\s+(${value})(?:\\s(?:net|gross|netto|brutto))?(?:[^.;]{0,25}?(?:from|as of|with effect from|ab|ab dem|à partir du|a partir del?|desde)\\s+(${date}))?`,
    "iu",
  );

function changedIn(sentence: string, labels: string, value: string) {
  if (!new RegExp(`(?<!\\p{L})(?:${labels})(?!\\p{L})`, "iu").test(sentence)) return null;
  const match = fromTo(value).exec(sentence);
  return match?.[1] && match[2]
    ? { value: match[2].trim(), was: match[1].trim(), since: match[3]?.trim() ?? null }
    : null;
}
