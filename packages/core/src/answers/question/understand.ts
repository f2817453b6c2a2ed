import { type DayRange, daysIn } from "./dates";
import { type FieldMention, fieldsIn } from "./fields";
import {
  asksWhoMentions,
  asksWhoSigned,
  type Fold,
  type Form,
  formOf,
  type OutlinePart,
  orderOf,
  outlineOf,
  signing,
  termOf,
} from "./forms";
import { type TypeMention, typesIn } from "./type-words";
import { isCommon, languageOf, type QuestionLanguage, wordsOf } from "./words";

/** One thing that a question asks for. "How much is it, and when is it due?" asks for two. */
export type AskedPart = { text: string; fields: FieldMention[] };

/** A question as its words say it, before any document is looked at. */
export type Asked = {
  question: string;
  language: QuestionLanguage;
  form: Form;
  fold: Fold | null;
  parts: AskedPart[];
  types: TypeMention[];
  order: "latest" | "earliest" | null;
  days: DayRange | null;
  outline: OutlinePart | null;
  /** The term whose definition is asked for. */
  term: string | null;
  /** True if it asks who signed. */
  asksWhoSigned: boolean;
  /** True if the documents that mention something are asked for. */
  isWhoMentions: boolean;
  /** Words that may name documents or say what is asked for: all but common words, words of types, days and forms. */
  words: string[];
};

/** `ownTypes` are the types of the workspace, `about` those of the documents that are asked about, `now` is for "last month". */
type Known = { now: Date; ownTypes?: readonly string[]; about?: readonly string[] };

/** Reads a question. */
export function understand(question: string, { now, ownTypes = [], about = [] }: Known): Asked {
  const all = wordsOf(question);
  const types = typesIn(all, ownTypes);
  const { form, fold } = formOf(question, types);
  const order = orderOf(question, types);
  const days = daysIn(question, now);
  const outline = outlineOf(question);
  const parts = partsOf(question).map((text) => ({
    text,
    fields: fieldsIn(text, types.length > 0 ? types : [{ types: about, words: [] }]),
  }));
  const said = new Set([
    ...types.flatMap((mention) => mention.words.filter((word) => !mention.names.includes(word))),
    ...(order?.words ?? []),
    ...(days?.words ?? []),
    ...(outline?.words ?? []),
  ]);
  return {
    question,
    language: languageOf(question),
    form,
    fold,
    parts,
    types,
    order: order?.order ?? null,
    days,
    outline: outline?.part ?? null,
    term: form === "definition" ? termOf(question) : null,
    asksWhoSigned: asksWhoSigned(question),
    isWhoMentions: asksWhoMentions(question),
    words: [
      ...new Set(
        types.some((mention) => numbered.has(mention.words[0] ?? "")) ? all.map(numeralOf) : all,
      ),
    ].filter(
      (word) =>
        (/\d/.test(word) || !isCommon(word)) &&
        !said.has(word) &&
        !formWords.has(word) &&
        !(form !== "fact" && countWords.has(word)),
    ),
  };
}

const formWords = new Set(
  "list show table compare comparison difference differ summarise summarize summary overview documents document files file together total sum altogether average highest largest biggest expensive cheapest lowest smallest higher lower combined overall documents insgesamt zusammen vergleiche unterschied zusammenfassung fasse dokument dokumente documentos documento fichiers resume resumen comparez difference happened mean means sentence sentences briefly paragraph bullet bullets satz satzen satze kurz phrase phrases brievement frase frases brevemente parrafo".split(
    " ",
  ),
);

const countWords = new Set(
  "one two three four five six seven eight nine ten both most least come comes made zwei drei vier funf beide beiden deux trois quatre cinq dos tres cuatro cinco states issued governed".split(
    " ",
  ),
);

/** Types whose documents are numbered. */
const numbered = new Set(["amendment", "addendum", "nachtrag", "avenant"]);

/** Ordinals as titles write them: the first amendment is "Amendment No 1". */
function numeralOf(word: string): string {
  return ordinals[word] ?? word;
}

const ordinals: Record<string, string> = {
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  erste: "1",
  ersten: "1",
  zweite: "2",
  zweiten: "2",
  dritte: "3",
};

/** Questions are joined by "and" or a comma before a word that begins one. */
const joint =
  /(?:,\s*(?:and|und|et|y)?\s*|\s+(?:and|und|et|y)\s+)(?=(?:how|when|who|what|where|which|until|wie|wann|wer|was|wo|welche|bis wann|quand|combien|qui|quel|quelle|cuando|cuanto|quien|cual)\b)/i;

function partsOf(question: string): string[] {
  return question
    .split(joint)
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
}

/** Returns the words of a question that no field explains: what else it asks, or the names of documents. */
export function openWords({ words, parts, types, asksWhoSigned: isSigning }: Asked): string[] {
  const explained = new Set(parts.flatMap(({ fields }) => fields.flatMap((field) => field.words)));
  const names = new Set(types.flatMap((mention) => mention.names));
  return words.filter(
    (word) => names.has(word) || !(explained.has(word) || (isSigning && signing.test(word))),
  );
}
