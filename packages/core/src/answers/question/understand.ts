import { overdueIn, type SumRange, sumsIn, widened } from "./bounds";
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
import { currencyIn, languageNamed, type Narrowing } from "./narrowing";
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
  /** The sums of the documents of a list. */
  sums: SumRange | null;
  /** The currency of the documents of a list. */
  currency: Narrowing | null;
  /** The language of the documents of a list. */
  inLanguage: Narrowing | null;
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
  const types = withoutNames(question, typesIn(all, ownTypes));
  const { form, fold } = formOf(question, types);
  const order = orderOf(question, types);
  const outline = outlineOf(question);
  const parts = partsOf(question).map((text) => ({
    text,
    fields: fieldsIn(text, types.length > 0 ? types : [{ types: about, words: [] }]),
  }));
  const named = daysIn(question, now);
  const isMany = form === "list" || form === "count" || form === "sum";
  const days = isMany ? (overdueIn(question, now) ?? (named && widened(question, named))) : named;
  const sums = isMany ? sumsIn(question) : null;
  const currency = isMany ? currencyIn(question) : null;
  const inLanguage = isMany ? languageNamed(question, types) : null;
  const said = new Set([
    ...(sums?.words ?? []),
    ...(currency?.words ?? []),
    ...(inLanguage?.words ?? []),
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
    sums,
    currency,
    inLanguage,
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
  "list show table compare comparison difference differ summarise summarize summary overview documents document files file together total sum altogether average highest largest biggest expensive cheapest lowest smallest higher lower combined overall insgesamt zusammen vergleiche unterschied zusammenfassung fasse dokument dokumente documentos documento fichiers resume resumen comparez happened mean means dates daten fechas sentence sentences satz satzen phrase phrases frase frases short brief briefly kurz bref breve words paragraph bullet bullets satze brievement brevemente parrafo".split(
    " ",
  ),
);

const countWords = new Set(
  "one two three four five six seven eight nine ten both most least come comes made zwei drei vier funf beide beiden deux trois quatre cinq dos tres cuatro cinco states issued governed".split(
    " ",
  ),
);

/** In "the amendment with PC Quote" the quote is a part of a name. German writes every noun with a capital. */
function withoutNames(question: string, types: readonly TypeMention[]): TypeMention[] {
  if (languageOf(question) === "de") return [...types];
  const isName = ({ words }: TypeMention) =>
    words.length === 1 &&
    new RegExp(
      `(?<!^)(?<=\\s)\\p{Lu}[\\p{L}.&]*\\s${capitalised(words[0] ?? "")}(?!\\p{L})`,
      "u",
    ).test(question);
  const plain = types.filter((mention) => !isName(mention));
  return plain.some((mention) => mention.types.length > 0) ? plain : [...types];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

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

/** Questions are joined by a question mark, or by "and" or a comma before a word that begins one. */
const joint =
  /\?\s+(?=\p{L})|(?:,\s*(?:and|und|et|y)?\s*|\s+(?:and|und|et|y)\s+)(?=(?:how|when|who|what|where|which|until|wie|wann|wer|was|wo|welche|bis wann|quand|combien|qui|quel|quelle|cuando|cuanto|quien|cual)\b)/iu;

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
