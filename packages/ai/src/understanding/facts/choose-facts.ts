import type { FieldDefinition } from "../../ai";
import type { Candidate } from "./candidate";
import { amountOf, isSum } from "./check-facts";

const MOST_VALUES = 12;
/** A meeting may have many attendees, and each counts. */
const MOST_LISTED = 60;
/** A second value that is nearly as sure as the first contradicts it. */
const RIVAL = 0.06;
const LEAST = 0.45;

/** Chooses the values of each field, in the order of the card. Two values that are equally sure contradict each other and are both kept. */
export function chooseFacts(
  candidates: readonly Candidate[],
  fields: readonly FieldDefinition[],
  paid: readonly number[] = [],
): Candidate[] {
  const consistent = preferPaid(preferSums(ofBuyers(candidates)), paid);
  return fields.flatMap((field) => {
    const own = together(consistent.filter(({ name }) => name === field.name));
    const fromFields = own.filter(({ origin }) => origin === "field");
    const sure =
      fromFields.length > 0 ? fromFields : own.filter(({ confidence }) => confidence >= LEAST);
    const [best, ...others] = sure;
    if (!best) return [];
    if (field.kind === "list") return inOrder(withoutParts(sure)).slice(0, MOST_LISTED);
    if (field.isMany) return withoutParts(sure).slice(0, MOST_VALUES);
    const rivals = others.filter(
      (each) =>
        each.confidence >= best.confidence - RIVAL &&
        each.origin === best.origin &&
        best.origin !== "place" &&
        isOther(each, best, field),
    );
    if (rivals.length === 0) return [best];
    return [best, ...rivals.slice(0, 2)].map((each) => ({
      ...each,
      confidence: Math.min(each.confidence, 0.6),
      isContradicted: true,
    }));
  });
}

/** Merges equal values: more places make a value surer, the surest and then the earliest goes first. */
function together(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const sorted = [...candidates].sort(
    (a, b) => b.confidence - a.confidence || placeOf(a) - placeOf(b),
  );
  for (const each of sorted) {
    const same = kept.find((known) => keyOf(known) === keyOf(each));
    if (!same) kept.push({ ...each, evidence: [...each.evidence] });
    else {
      const isNew = each.evidence.some(
        ([start]) => !same.evidence.some(([known]) => known === start),
      );
      if (isNew && !same.isComputed) same.evidence.push(...each.evidence);
      if (isNew && same.origin !== "field")
        same.confidence = Math.min(0.98, same.confidence + 0.02);
    }
  }
  return kept.sort((a, b) => b.confidence - a.confidence || placeOf(a) - placeOf(b));
}

/** Items of a list stay in the order of the document. */
function inOrder(values: readonly Candidate[]): Candidate[] {
  return values.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ evidence }: Candidate): number {
  return evidence[0]?.[0] ?? Number.POSITIVE_INFINITY;
}

function keyOf({ normalised, value }: Candidate): string {
  return (normalised ?? value)
    .toLowerCase()
    .replace(/^[a-z]{3} (?=-?\d)/, "")
    .replace(/[\s.,'’"-]+/g, "");
}

/** Identifiers and sums that contain each other, and dates of less detail, are no contradiction. */
function isOther(one: Candidate, other: Candidate, { kind }: FieldDefinition): boolean {
  const [a, b] = [keyOf(one), keyOf(other)];
  if (a.includes(b) || b.includes(a)) return false;
  if (kind === "text" || kind === "party") return false;
  return kind === "date" || kind === "money" || kind === "identifier";
}

/** "Oak Partners" is no second party beside "Oak Partners LLP". */
function withoutParts(values: readonly Candidate[]): Candidate[] {
  return values.filter(
    (each, index) =>
      !values.some(
        (other, place) =>
          place !== index &&
          keyOf(other).startsWith(keyOf(each)) &&
          (keyOf(other) !== keyOf(each) || place < index),
      ),
  );
}

/** If one choice of net, tax and total adds up, it is surer than the rest. */
function preferSums(candidates: readonly Candidate[]): Candidate[] {
  const of = (name: string) =>
    candidates.filter((each) => each.name === name && amountOf(each) !== null);
  const best = { confidence: -1, chosen: [] as Candidate[] };
  for (const total of of("total"))
    for (const net of of("subtotal"))
      for (const tax of of("tax")) {
        if (amountOf(tax) === 0 || amountOf(total) === amountOf(net) || !isSum([net, tax], total))
          continue;
        const confidence = total.confidence + net.confidence + tax.confidence;
        if (confidence > best.confidence)
          Object.assign(best, { confidence, chosen: [total, net, tax] });
      }
  const names = new Set(best.chosen.map(({ name }) => name));
  return candidates.map((each) => {
    if (best.chosen.some((chosen) => isSameSum(chosen, each)))
      return { ...each, confidence: Math.max(0.97, each.confidence) };
    return names.has(each.name) ? { ...each, confidence: each.confidence - 0.2 } : each;
  });
}

function isSameSum(one: Candidate, other: Candidate): boolean {
  return one.name === other.name && amountOf(one) === amountOf(other);
}

/** A total that is what was given less the change, or that was paid by card, is the sum that was paid. */
function preferPaid(candidates: readonly Candidate[], paid: readonly number[]): Candidate[] {
  const isPaid = (each: Candidate) => {
    const amount = each.name === "total" ? amountOf(each) : null;
    return amount !== null && paid.some((sum) => Math.abs(sum - amount) < 0.005);
  };
  if (!candidates.some(isPaid)) return [...candidates];
  return candidates.map((each) => {
    if (each.name !== "total") return each;
    return isPaid(each)
      ? { ...each, confidence: Math.max(0.96, each.confidence) }
      : { ...each, confidence: each.confidence - 0.25 };
  });
}

/** A VAT number that follows the name of the buyer is the buyer's. */
function ofBuyers(candidates: readonly Candidate[]): Candidate[] {
  const starts = (name: string) =>
    candidates.filter((each) => each.name === name && each.origin === "label").map(placeOf);
  const [sellers, buyers] = [starts("supplier"), starts("customer")];
  return candidates.map((each) => {
    if (each.name !== "supplier VAT number" || each.origin !== "label") return each;
    const before = (places: number[]) =>
      Math.max(-1, ...places.filter((place) => place < placeOf(each)));
    const isBuyers = before(buyers) > before(sellers) && placeOf(each) - before(buyers) < 400;
    return isBuyers ? { ...each, name: "customer VAT number" } : each;
  });
}
