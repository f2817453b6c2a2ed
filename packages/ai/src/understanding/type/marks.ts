import type { DocumentInput } from "../../ai";

const CHARACTERS_READ = 24_000;
const TOP_LINES = 20;

/** Marks that are counted in the text: how many for its length make the feature a half. */
const counted: Record<string, readonly [pattern: RegExp, half: number]> = {
  "page marks": [
    /\b(?:page|seite|pages?|página|pagina|strona|sida|side|blz\.?|str\.)\s*:?\s*\d+/giu,
    1,
  ],
  sums: [/(?<![\d.,])\d{1,3}(?:[ .,'’]?\d{3})*[.,]\d{2}(?![\d%])/gu, 8],
  currencies: [/[€£$¥₹]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|DKK|NOK|CAD|AUD|INR|BRL|zł|kr|Fr|Rs)\b/gu, 6],
  dates: [
    /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.? ?(?:de )?\p{L}{3,10}\.?,? (?:de )?(?:19|20)\d\d\b|\b\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b/gu,
    4,
  ],
  "times of day": [/\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b(?! ?%)/gu, 4],
  "ranges of years": [
    /\b(?:19|20)\d\d\s*(?:[-–—]|to|bis|à|al?|do|till)\s*(?:(?:19|20)\d\d|\p{L}{4,12})/giu,
    2,
  ],
  years: [/\b(?:19|20)\d\d\b/gu, 8],
  "mail addresses": [/[\w.+-]+@[\w-]+\.[\w.]+/gu, 2],
  "web addresses": [/https?:\/\/|\bwww\./giu, 4],
  telephones: [
    /\b(?:tel|phone|telephone|fax|mobile|telefon|téléphone|teléfono|telefono|telefone|tlf|tél)\b/giu,
    1,
  ],
  exclamations: [/\p{L}[!](?=\s|$)/gu, 3],
  boxes: [/[☐☑☒□■❏❑○◯]|\[[ xX]?\]|\( {1,3}\)/gu, 4],
  blanks: [/_{3,}|\.{7,}|…{3,}/gu, 4],
  placeholders: [
    /\{\{[^}]*\}\}|\[\p{L}[\p{L} ’'/-]{2,40}\](?!\()|<\p{L}[\p{L} _-]{2,30}>|\b[xX]{2,}\b/gu,
    3,
  ],
  citations: [
    /\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]|\(\p{Lu}[\p{L}’'-]+(?: (?:et al\.?|(?:&|and|und|et|y) \p{Lu}[\p{L}-]+))?,? (?:19|20)\d\d[a-z]?\)|\bet al\b|\bdoi\b/gu,
    5,
  ],
  quotes: [/[“„«][^“”„»«]{12,300}[”“»]|(?<=\s)"\p{L}[^"\n]{12,300}[.,!?]"/gu, 3],
  "machine lines": [/<<<|[A-Z0-9]<{2,}[A-Z0-9]/gu, 1],
  code: [
    /[{};]\s*$|^\s*(?:\$ |>>> |#include|import |def |function |public |const |let |<\/?\w+>)/gmu,
    5,
  ],
  units: [
    /\d ?(?:mm|cm|kg|mg|ml|µm|kW|W|V|mA|A|k?Hz|MHz|GHz|°C|°F|bar|Nm|N|dB|ms|µs|MB|GB|psi|rpm|Ω|lb|lbs|oz|in|ft|m²|m³|km|kWh|l\/min|m\/s|Pa|kPa|MPa|lm|K)\b/gu,
    4,
  ],
  limits: [/±|≤|≥|\+\/-|\b(?:min|max|typ|nom)\b\.?/giu, 3],
  "rules in capitals": [
    /\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL|MUSS|DARF|SOLL|DOIT|DEBE|DEVE|MOET)\b(?: NOT\b)?/gu,
    3,
  ],
  identifiers: [/\b[A-Z]{2,6}[-_.]\d{1,6}(?:[-.]\d{1,4})*\b/gu, 5],
  "hash numbers": [/(?:^|\s)#\d{1,7}\b/gu, 2],
  percents: [/\d ?%|\d per ?cent\b/gu, 5],
  "spans of a plan": [
    /\b(?:Q[1-4]|[WM]\d{1,2}|KW ?\d{1,2}|(?:WP|AP|LT|PT|MS|T|D|M)\d{1,2}(?:\.\d{1,2})?|S\d{1,2})\b|\b(?:week|woche|semaine|semana|settimana|phase|fase|faza|fas|sprint|month|monat|mois|tydzień|vecka|uge|mes|mese|maand|etap|etapa|étape|lot|work package|stage)s? \d{1,2}\b/giu,
    4,
  ],
  versions: [
    /\b(?:v|version|rev|revision|release|issue|ausgabe|wersja|versión|versione|versie)\.? ?\d+(?:\.\d+)*\b/giu,
    2,
  ],
  figures: [
    /\b(?:fig(?:ure)?|abb(?:ildung)?|tab(?:le|elle|eau|la|ela)?|exhibit|chart|rys|figura|figuur|tabel|tabla)\.? ?\d+/giu,
    3,
  ],
  "long dashes": [/[–—]/gu, 6],
  "notes at the foot": [
    /^\s*(?:\d{1,2}|[*†‡])\s+(?:see|cf|ibid|http|vgl|voir|ver|vedi|zie)\b/gimu,
    2,
  ],
  sections: [
    /§|\b(?:section|article|artikel|clause|art\.|abs\.|artículo|articolo|artigo|paragraf)\s*\d+/giu,
    5,
  ],
};

/** Marks of lines: the share of lines that have them. */
const ofLine: Record<string, RegExp> = {
  "numbered titles": /^\s*(?:#+\s*)?\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\p{L}/u,
  "numbered lines": /^\s*(?:#+\s*)?\(?\d{1,3}[.)]\s+\S/u,
  "lettered lines": /^\s*\(?(?:[a-z]|[ivx]{1,4})[.)]\s+\S/u,
  bullets: /^\s*[-*•–▪◦●‣·]\s+\S/u,
  "lines of contents": /(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,3}\s*$/u,
  "lines that end in a sum": /\d[.,]\d{2}\s*(?:[€£$-]|EUR|CR|DR|S|H|\|)?\s*$/u,
  "lines that begin with a date":
    /^\W{0,3}(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}\.? \p{L}{3}\b|\p{Lu}\p{L}{2} \d{1,2}\b)/u,
  "lines that begin with a time": /^\W{0,3}\d{1,2}[:.]\d{2}/u,
  "lines of cells": /\|.*\||\t.*\t|\S {3,}\S.* {3,}\S/u,
  "lines of numbers": /^[^\p{L}]*\d[^\p{L}]*$/u,
  "lines of a year": /\b(?:19|20)\d\d\b/u,
  "short lines": /^\s*\S{1,20}(?:\s+\S{1,20}){0,4}\s*$/u,
  "long lines": /^(?:\S+\s+){25}/u,
  "lines that end as sentences": /[.!?]["”»)]?\s*$/u,
  "lines in bold": /^\s*(?:\*\*|__)/u,
  "quoted lines": /^\s*>/u,
  "lines of capitals": /^[^\p{Ll}]{6,}$/u,
};

const DATELINE =
  /^\W{0,3}\p{Lu}[\p{L}.’'-]+(?: \p{Lu}?[\p{L}.’'-]+){0,3}(?:, \p{L}[\p{L}. ]{1,20})?,?(?: \(?[\p{L}\d./ ]{2,18}\)?,?)? ?[-–—] ?["“„«]?\p{L}/u;
const POSTCODE =
  /\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b|\b\d{4} ?[A-Z]{2}\b|\b\d{2}-\d{3}\b|\b\d{4}-\d{3}\b|\b\d{3} \d{2}\b/u;
const DATE_ALONE =
  /^\s*(?:[\p{L} .-]{2,20},?\s+)?(?:(?:den|le|the|a|em|dnia|il) )?(?:\d{1,2}(?:st|nd|rd|th|\.|er)?\s*(?:de |of )?\p{L}{3,10}\.?,?\s*(?:de )?\d{4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})\s*(?:r\.)?\s*$/u;

const ofTop = [
  "dateline",
  "address",
  "date alone",
  "short top",
  "words of the first line",
] as const;
const ofWords = [
  "words a sentence",
  "different words",
  "digits in words",
  "capital letters",
] as const;

/** The names of the features of `markFeatures`, in order. */
export const markNames: readonly string[] = [
  ...Object.keys(counted),
  ...Object.keys(ofLine),
  ...ofTop,
  ...ofWords,
];

/** Returns how often a text has marks that mean the same in all languages: each feature from 0 to 1. */
export function markFeatures({ text }: Pick<DocumentInput, "text">): Float32Array {
  const read = text.slice(0, CHARACTERS_READ);
  const lines = read.split("\n").filter((line) => line.trim() !== "");
  const pages = Math.sqrt(Math.max(1, read.length / 3_000));
  const words = read.match(/[\p{L}\p{N}]+/gu) ?? [];
  const top = lines.slice(0, TOP_LINES);
  return Float32Array.from([
    ...Object.values(counted).map(([pattern, half]) => {
      const count = [...read.matchAll(pattern)].length / pages;
      return count / (count + half);
    }),
    ...Object.values(ofLine).map(
      (pattern) => lines.filter((line) => pattern.test(line)).length / Math.max(1, lines.length),
    ),
    Number(top.slice(0, 12).some((line) => DATELINE.test(line) && line.length > 60)),
    Number(isAddress(top)),
    Number(top.some((line) => DATE_ALONE.test(line))),
    top.filter((line) => line.trim().split(/\s+/).length <= 6).length / Math.max(1, top.length),
    Math.min(1, (top[0]?.trim().split(/\s+/).length ?? 0) / 20),
    Math.min(1, words.length / Math.max(1, (read.match(/[.!?](?:\s|$)/gu) ?? []).length) / 40),
    Math.min(1, new Set(words.map((word) => word.toLowerCase())).size / Math.max(1, words.length)),
    words.filter((word) => /\d/.test(word)).length / Math.max(1, words.length),
    (read.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, read.match(/\p{L}/gu)?.length ?? 0),
  ]);
}

/** True if three short lines follow each other and one has a postcode. */
function isAddress(top: readonly string[]): boolean {
  return top.some((line, index) => {
    const around = top.slice(Math.max(0, index - 2), index + 1);
    return (
      POSTCODE.test(line) && around.length === 3 && around.every((each) => each.trim().length < 60)
    );
  });
}
