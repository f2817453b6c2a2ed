import { dating, isDatedWithin, isSure, isWithin } from "../facts/dates-of";
import { isWithinSums } from "../question/bounds";
import { fieldCalled } from "../question/fields";
import type { Asked } from "../question/understand";
import { wordsOf } from "../question/words";
import { markers } from "./citer";
import { amountOf, composeTable, sumsOf, usualColumns, writtenSums } from "./compose-table";
import type { Desk, Draft, Subject } from "./draft";
import { formatMoney } from "./format";
import { phrases } from "./phrases";

/** The sums that the documents of a type are about, the best first. */
const mainSums = [
  "total",
  "amount due",
  "rent",
  "contract value",
  "net pay",
  "premium",
  "closing balance",
  "budget",
  "price",
];
const NAMED = 3;
/** A sum of so few cites each in its sentence; of more, the rows of the table do. */
const CITED = 6;

/** Returns the documents that the dates and the values of a question leave: "invoices of March", "governed by New York law". */
export function narrowed(
  asked: Asked,
  subjects: readonly Subject[],
  unexplained: readonly string[],
): Subject[] {
  const { days } = asked;
  const field = asked.parts
    .flatMap(({ fields }) => fields)
    .find(({ name }) => fieldCalled(name)?.kind === "date")?.name;
  const dated = ofKind(asked, subjects).filter((subject) => {
    if (!days) return true;
    // A contract that states no end is none that ended, whatever day it was made.
    if (!field || dating.includes(field)) return isDatedWithin(subject, days);
    return subject.facts.some(
      (fact) =>
        fact.name === field &&
        fact.date &&
        isSure(fact) &&
        isWithin(fact.date.toISOString().slice(0, 10), days),
    );
  });
  return unexplained.length > 0 ? statesWords(asked, dated, unexplained) : dated;
}

/** The documents in the currency, the language and the sums that a question names. */
function ofKind({ currency, inLanguage, sums }: Asked, subjects: readonly Subject[]): Subject[] {
  const field = sums && mainSums.find((name) => subjects.some((each) => amountOf(each, name)));
  const isBetween = (subject: Subject) => {
    const amount = field ? amountOf(subject, field)?.number : null;
    return !sums || (amount != null && isWithinSums(amount, sums));
  };
  return subjects
    .filter(isBetween)
    .filter(
      ({ facts, language }) =>
        (!inLanguage || language === inLanguage.code) &&
        (!currency || facts.some((fact) => isSure(fact) && fact.currency === currency.code)),
    );
}

/** Returns the documents whose facts hold all of these words: in the fields that are asked for, else in any. */
export function statesWords(
  asked: Asked,
  subjects: readonly Subject[],
  words: readonly string[],
): Subject[] {
  const fields = asked.parts.flatMap((part) => part.fields.map(({ name }) => name));
  return subjects.filter(({ facts }) => {
    const asks = facts.filter(({ name }) => fields.length === 0 || fields.includes(name));
    const text = wordsOf(asks.map((fact) => fact.text).join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** Answers for many documents: a list, their number, or a sum of all of them, with a row for each. */
export async function composeMany(
  asked: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const { language, form } = asked;
  if (subjects.length === 0) return null;
  const asks = [...new Set(asked.parts.flatMap(({ fields }) => fields.map(({ name }) => name)))];
  const type = subjects[0]?.type ?? "";
  const what = nounOf(asked, subjects.length);
  const sumField = sumFieldOf(asks, subjects, asked);
  const shown = columnsOf(asks, type, form === "sum" || asked.fold ? sumField : null);

  if (form === "sum" && sumField) return composeSum(asked, subjects, sumField, shown, desk);
  const { table } = await composeTable(subjects, shown, desk, language);
  const counted = phrases.counted(what, { count: subjects.length }, language);
  const withSum =
    sumField && /\b(?:sum|total|summe|somme|suma)/i.test(asked.question)
      ? sumsOf(subjects, sumField)
      : null;
  const sentence = withSum?.size
    ? `${phrases.total(what, { count: subjects.length }, writtenSums(withSum, language), language)}.`
    : `${counted}${form === "list" ? listed(subjects, language) : ""}.`;
  return {
    form: form === "count" ? "count" : "list",
    text: [
      sentence,
      ...(withSum?.size && sumField ? unknownOf(subjects, sumField, language) : []),
    ].join(" "),
    table: {
      ...table,
      totals:
        withSum?.size || asks.some((name) => fieldCalled(name)?.kind === "money")
          ? table.totals
          : null,
    },
    rest: [],
  };
}

async function composeSum(
  asked: Asked,
  subjects: readonly Subject[],
  field: string,
  shown: readonly string[],
  desk: Desk,
): Promise<Draft | null> {
  const { language, fold } = asked;
  const known = subjects.filter((subject) => amountOf(subject, field));
  const sums = sumsOf(known, field);
  if (sums.size === 0) return null;
  const what = nounOf(asked, known.length);
  const unknown = unknownOf(subjects, field, language);

  if (fold === "largest" || fold === "smallest") {
    const sentences = [...sums.keys()].map((currency) =>
      extreme(known, field, currency, asked, desk),
    );
    const { table } = await composeTable(subjects, shown, desk, language);
    return {
      form: "sum",
      text: [...sentences, ...unknown].join(" "),
      table: { ...table, totals: null },
      rest: [],
    };
  }
  const marks =
    known.length <= CITED
      ? markers(
          known.flatMap((subject) =>
            desk.citer.citeAll(subject, amountOf(subject, field)?.evidence),
          ),
        )
      : "";
  const { table } = await composeTable(subjects, shown, desk, language);
  const value =
    fold === "average"
      ? [...sums]
          .map(([currency, amount]) =>
            formatMoney(amount / inCurrency(known, field, currency), currency, language),
          )
          .join(" + ")
      : writtenSums(sums, language);
  const sentence = phrases[fold === "average" ? "average" : "total"](
    what,
    { count: known.length },
    value,
    language,
  );
  return {
    form: "sum",
    text: [`${sentence}${marks}.`, ...unknown].join(" "),
    table: { ...table, totals: fold === "average" ? null : table.totals },
    rest: [],
  };
}

function inCurrency(subjects: readonly Subject[], field: string, currency: string): number {
  return subjects.filter((subject) => amountOf(subject, field)?.currency === currency).length;
}

function extreme(
  subjects: readonly Subject[],
  field: string,
  currency: string,
  asked: Asked,
  desk: Desk,
): string {
  const rated = subjects.flatMap((subject) => {
    const amount = amountOf(subject, field);
    return amount?.currency === currency ? [{ subject, amount }] : [];
  });
  const best = rated.reduce((a, b) =>
    (
      asked.fold === "largest"
        ? b.amount.number > a.amount.number
        : b.amount.number < a.amount.number
    )
      ? b
      : a,
  );
  const value = formatMoney(best.amount.number, currency, asked.language);
  const marks = markers(desk.citer.citeAll(best.subject, best.amount.evidence));
  return `${phrases[asked.fold === "largest" ? "largest" : "smallest"](best.subject.title, value, asked.language)}${marks}.`;
}

function unknownOf(
  subjects: readonly Subject[],
  field: string,
  language: Asked["language"],
): string[] {
  const unknown = subjects.filter((subject) => !amountOf(subject, field));
  if (unknown.length === 0) return [];
  const titles = unknown.slice(0, NAMED).map(({ title }) => title);
  return [phrases.unknown(field, titles, { count: unknown.length, of: subjects.length }, language)];
}

/** The field to add up: the one asked for, else the main sum of such documents. */
function sumFieldOf(
  asks: readonly string[],
  subjects: readonly Subject[],
  { form, question }: Asked,
): string | null {
  const money = asks.find((name) => fieldCalled(name)?.kind === "money");
  if (money) return money;
  if (
    form !== "sum" &&
    !/\b(?:sum|total|totals|amount|amounts|summe|betrag|betrage|somme|montant|suma|importe)\b/i.test(
      question,
    )
  )
    return null;
  return mainSums.find((name) => subjects.some((subject) => amountOf(subject, name))) ?? null;
}

function columnsOf(asks: readonly string[], type: string, sum: string | null): string[] {
  const chosen = asks.length > 0 ? asks : usualColumns(type);
  return [...new Set([...chosen, ...(sum ? [sum] : [])])];
}

/** The word for the documents in the question itself. */
function nounOf(asked: Asked, count: number): string {
  const mention = asked.types.find(({ isMany }) => isMany) ?? asked.types[0];
  if (!mention) return phrases.documents(asked.language);
  const said =
    new RegExp(mention.words.join("[\\s-]"), "iu").exec(asked.question)?.[0] ??
    mention.words.join(" ");
  const isOne = count === 1 && asked.language === "en" && said.endsWith("s") && mention.isMany;
  return isOne ? said.slice(0, -1) : said;
}

/** A short list names its documents in the sentence. */
function listed(subjects: readonly Subject[], language: Asked["language"]): string {
  if (subjects.length > 8) return "";
  const colon = language === "fr" ? " : " : ": ";
  return `${colon}${subjects.map(({ title }) => title).join(", ")}`;
}
