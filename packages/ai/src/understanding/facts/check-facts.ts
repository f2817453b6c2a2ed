import { isValidIBAN } from "ibantools";
import type { FactProblem, FieldDefinition } from "../../ai";
import type { Conventions } from "../entities/conventions";
import type { Candidate } from "./candidate";
import { readSums } from "./read-value";
import { isVatNumber } from "./vat-number";

const FAILED = 0.55;

/** Adds a problem to each fact whose check failed, and lowers its confidence. Adds nothing to what cannot be checked. */
export function checkFacts(
  facts: readonly Candidate[],
  fields: readonly FieldDefinition[],
  read?: Read,
): Candidate[] {
  const wrong = new Map<Candidate, FactProblem[]>();
  const add = (fact: Candidate | undefined, problem: FactProblem) => {
    if (fact) wrong.set(fact, [...(wrong.get(fact) ?? []), problem]);
  };
  for (const fact of facts) {
    const check = fields.find(({ name }) => name === fact.name)?.check;
    if (check === "iban" && isIbanShaped(fact.value) && !isValidIBAN(compact(fact.value)))
      add(fact, "invalid-iban");
    if (check === "vat number" && isVatNumber(fact.value) === false)
      add(fact, "invalid-vat-number");
  }
  const only = (name: string) => {
    const found = facts.filter((fact) => fact.name === name);
    return found.length === 1 ? found[0] : undefined;
  };
  const [net, tax, total] = [only("subtotal"), only("tax"), only("total")];
  const isOff = net && tax && total && !isSum([net, tax], total) && !isSum([net], total);
  if (isOff && !(read && addsUpBetween(net, total, read)))
    for (const fact of [net, tax, total]) add(fact, "sum-mismatch");
  const [gross, deductions, paid] = [only("gross pay"), only("deductions"), only("net pay")];
  if (gross && deductions && paid && !isSum([paid, deductions], gross))
    for (const fact of [gross, deductions, paid]) add(fact, "sum-mismatch");
  for (const [start, end] of ordered) {
    const [first, last] = [only(start), only(end)];
    if (isDay(first) && isDay(last) && (first.normalised ?? "") > (last.normalised ?? ""))
      add(last, "before-start");
  }
  return facts.map((fact) => {
    const problems = wrong.get(fact);
    if (!problems) return fact;
    return {
      ...fact,
      problems: [...(fact.problems ?? []), ...problems],
      confidence: fact.origin === "field" ? fact.confidence : Math.min(fact.confidence, FAILED),
    };
  });
}

/** The text of a document, and how it writes its sums. */
type Read = { text: string; conventions: Conventions };

const MOST_BETWEEN = 1_500;
const MOST_SUMS = 8;

/** Freight and discounts may stand between the net sum and the total: some of the sums in between make up the difference. */
function addsUpBetween(net: Candidate, total: Candidate, { text, conventions }: Read): boolean {
  const [from, to] = [net.evidence[0]?.[1] ?? 0, total.evidence[0]?.[0] ?? 0];
  const [low, high] = [amountOf(net), amountOf(total)];
  if (low === null || high === null || to <= from || to - from > MOST_BETWEEN) return false;
  const sums = text
    .slice(from, to)
    .split("\n")
    .flatMap((line) => readSums(line, conventions))
    .flatMap((sum) => amountOf(sum) ?? []);
  if (sums.length > MOST_SUMS) return false;
  const reaches = (left: number, rest: readonly number[]): boolean =>
    Math.abs(left) <= 0.06 ||
    rest.some((sum, at) =>
      [sum, -Math.abs(sum)].some((part) => reaches(left - part, rest.slice(at + 1))),
    );
  return sums.length > 1 && reaches(high - low, sums);
}

/** Pairs of dates of which the second is never before the first. */
const ordered: readonly [start: string, end: string][] = [
  ["invoice date", "due date"],
  ["effective date", "end date"],
  ["quote date", "valid until"],
  ["issue date", "valid until"],
  ["date of birth", "issue date"],
  ["created", "due date"],
];

function isDay(fact: Candidate | undefined): fact is Candidate {
  return fact !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(fact.normalised ?? "");
}

function compact(value: string): string {
  return value.replace(/[\s-]/g, "").toUpperCase();
}

function isIbanShaped(value: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact(value));
}

/** Returns the amount of a sum; null if it is not clear. */
export function amountOf({ normalised }: { normalised?: string }): number | null {
  const [number] = /-?\d+(?:\.\d+)?$/.exec(normalised ?? "") ?? [];
  return number === undefined ? null : Number(number);
}

/** True if the parts make up the whole, but for what rounding may change. Unclear sums are never a mismatch. */
export function isSum(parts: readonly Candidate[], whole: Candidate): boolean {
  const amounts = parts.map(amountOf);
  const total = amountOf(whole);
  if (total === null || amounts.includes(null)) return true;
  const sum = amounts.reduce<number>((all, each) => all + Math.abs(each ?? 0), 0);
  return Math.abs(sum - Math.abs(total)) <= Math.max(0.06, Math.abs(total) * 0.0005);
}
