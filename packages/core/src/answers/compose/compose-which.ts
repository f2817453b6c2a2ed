import { isSure } from "../facts/dates-of";
import { fieldCalled } from "../question/fields";
import type { Asked } from "../question/understand";
import { markers } from "./citer";
import { amountOf } from "./compose-table";
import type { Desk, Draft, Subject } from "./draft";
import { quote } from "./field-phrases";
import { formatDay, formatMoney, joined } from "./format";
import { phrases } from "./phrases";

type Rated = { subject: Subject; key: number; unit: string; text: string; evidence: unknown };

/**
 * Answers which of a few documents has the highest or the lowest value of a field, or the latest or earliest day. The others follow with
 * their values. Null if one of them has none, or if they are in different currencies.
 */
export function composeWhich(
  { parts, fold, language }: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Draft | null {
  const fields = parts.flatMap((part) => part.fields.map(({ name }) => name));
  const name = fields.find((each) => /^(?:money|date)$/.test(fieldCalled(each)?.kind ?? ""));
  if (!name || !(fold === "largest" || fold === "smallest")) return null;
  const rated = subjects.flatMap((subject) => ratedBy(subject, name, language) ?? []);
  const units = new Set(rated.map(({ unit }) => unit));
  if (rated.length < 2 || rated.length < subjects.length || units.size > 1) return null;
  const sorted = rated.sort((a, b) => (fold === "largest" ? b.key - a.key : a.key - b.key));
  const [best, next] = sorted;
  if (!best || !next) return null;
  const said = (each: Rated) =>
    `${each.text}${markers(desk.citer.citeAll(each.subject, each.evidence))}`;
  const equal = sorted.filter(({ key }) => key === best.key);
  if (equal.length > 1) {
    const titles = joined(
      equal.map(({ subject }) => quote(subject.title, language)),
      language,
    );
    const marks = equal.flatMap(({ subject, evidence }) => desk.citer.citeAll(subject, evidence));
    return drawn(phrases.alike(titles, `${best.text}${markers(marks)}`, language));
  }
  const way = `${best.unit === DAY ? "day" : "amount"}-${fold}` as const;
  const first = phrases.which(way, best.subject.title, said(best), language);
  const others = sorted
    .slice(1)
    .map((each) => `${quote(each.subject.title, language)}: ${said(each)}`);
  return drawn(`${first} ${others.join("; ")}.`);
}

const DAY = "day";

function drawn(text: string): Draft {
  return { form: "comparison", text, table: null, rest: [] };
}

function ratedBy(subject: Subject, name: string, language: Asked["language"]): Rated | null {
  const amount = amountOf(subject, name);
  if (amount)
    return {
      subject,
      key: amount.number,
      unit: amount.currency,
      text: formatMoney(amount.number, amount.currency, language),
      evidence: amount.evidence,
    };
  const [dated, ...others] = subject.facts.filter(
    (fact) => fact.name === name && isSure(fact) && fact.date,
  );
  if (!dated?.date || others.some(({ date }) => date?.getTime() !== dated.date?.getTime()))
    return null;
  return {
    subject,
    key: dated.date.getTime(),
    unit: DAY,
    text: formatDay(dated.date.toISOString().slice(0, 10), language),
    evidence: dated.evidence,
  };
}
