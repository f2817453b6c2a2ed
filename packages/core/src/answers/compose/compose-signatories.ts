import { unsignedIn } from "../facts/blank";
import type { ReadPassage } from "../find/find-text";
import type { Asked } from "../question/understand";
import type { Desk, Draft, Subject } from "./draft";
import { joined } from "./format";
import { phrases } from "./phrases";
import { citePassage } from "./values";

const MOST_DOCUMENTS = 5;

const name = "\\p{Lu}[\\p{L}.'’-]*(?:[ \\t]+(?:\\p{Lu}[\\p{L}.'’-]*|von|van|de|der|da|di)){1,4}";
/** Lines of signature blocks: a conformed signature, or the name after "By", "Name" or "For the Tenant". */
const lines = [
  new RegExp(`/s/[ \\t]*(${name})`, "gu"),
  new RegExp(
    `(?:^|\\n|\\s)(?:Name|Print(?:ed)? [Nn]ame|Signed by|Unterzeichnet von|Signé par|Firmado por|For the \\p{Lu}\\p{L}+|Für (?:den|die) \\p{Lu}\\p{L}+)[ \\t]*:[ \\t]*(${name})`,
    "gu",
  ),
  new RegExp(`(?:^|\\n|\\s)By[ \\t]*:[ \\t]*(?!/s/|Name|Title|Its)(${name})`, "gu"),
];

/** Answers who signed documents, from the lines of their signatures. Null if none has any. */
export async function composeSignatories(
  { language }: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const signed = subjects.slice(0, MOST_DOCUMENTS);
  const passages = await desk.readText(signed.map(({ id }) => id));
  const sentences = signed.flatMap((subject) => {
    const found = signaturesIn(passages.filter(({ documentId }) => documentId === subject.id));
    const names = found.map(
      ({ name: signatory, passage, span }) =>
        `${signatory} [${citePassage(desk, subject, passage, span)}]`,
    );
    return names.length > 0
      ? [phrases.signed(subject.title, joined(names, language), language)]
      : [];
  });
  if (sentences.length > 0)
    return { form: "fact", text: sentences.join(" "), table: null, rest: [] };
  const [subject] = signed;
  const blank = signed.length === 1 ? unsignedIn(passages) : null;
  if (!subject || !blank) return null;
  return {
    form: "declined",
    text: phrases.unsigned(subject.title, language),
    table: null,
    rest: [],
    blank: { subject, blank },
  };
}

type Signature = { name: string; passage: ReadPassage; span: [number, number] };

function signaturesIn(passages: readonly ReadPassage[]): Signature[] {
  const found = new Map<string, Signature>();
  for (const pattern of lines)
    for (const passage of passages)
      for (const match of passage.text.matchAll(pattern)) {
        const signatory = properly(
          (match[1] ?? "").replace(/[ \t]+(?:By|Name|Title|Its|Date)\b.*$/, ""),
        );
        const key = signatory.toLowerCase();
        if (!found.has(key) && signatory.includes(" "))
          found.set(key, {
            name: signatory,
            passage,
            span: [match.index, match.index + match[0].length],
          });
      }
  return [...found.values()];
}

/** Names in capitals are written as names. */
function properly(written: string): string {
  const one = written.replaceAll(/\s+/g, " ").trim();
  if (one !== one.toUpperCase()) return one;
  return one.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
