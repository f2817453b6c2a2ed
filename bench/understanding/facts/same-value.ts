import type { FieldKind } from "@besunny/ai/ai";

const LEAST_LIKE = 0.85;
const LEAST_SHARE = 0.6;

/** Returns whether a value that was found says the same as an expected one. */
export function isSameValue(kind: FieldKind, found: Found, expected: string): boolean {
  return expected.split(" | ").some((way) => isSame(kind, found, way));
}

export type Found = { value: string; normalised?: string | undefined };

function isSame(kind: FieldKind, { value, normalised = value }: Found, expected: string): boolean {
  if (kind === "money" || kind === "number") {
    const [one, other] = [amountOf(normalised), amountOf(expected)];
    return one !== null && other !== null && Math.abs(one - other) < 0.005;
  }
  if (kind === "date")
    return plain(normalised) === plain(expected) || plain(value) === plain(expected);
  if (kind === "duration") return isSameDuration(normalised, expected);
  if (kind === "identifier") return plain(value) === plain(expected);
  return isLike(plain(value), plain(expected));
}

function amountOf(text: string): number | null {
  const bare = text.replace(/(?<=\d)[, ](?=\d{3}\b)/g, "");
  const [number] = /-?\d+(?:\.\d+)?(?!.*\d)/.exec(bare) ?? [];
  return number === undefined ? null : Number(number);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A month counts as 30 days and a year as 12 months, so that 12 months are a year. */
function isSameDuration(one: string, other: string): boolean {
  const [a, b] = [daysOf(one), daysOf(other)];
  return a !== null && a === b;
}

function daysOf(text: string): number | null {
  const iso = /^P(\d+)([YMWD])$/.exec(text);
  const words = /(\d+(?:\.\d+)?)\s*(year|month|week|day)/i.exec(text);
  const [amount, unit] = iso ? [iso[1], iso[2]] : [words?.[1], words?.[2]?.[0]?.toUpperCase()];
  const days = { Y: 360, M: 30, W: 7, D: 1 }[unit ?? ""];
  return amount === undefined || days === undefined ? null : Number(amount) * days;
}

/** Equal, the one within the other without much else, or alike but for a few letters that were read wrong. */
function isLike(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.includes(short) && short.length >= LEAST_SHARE * long.length) return true;
  return likeness(one, other) >= LEAST_LIKE;
}

/** The Dice coefficient of the pairs of letters. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const left = pairs(one);
  const right = pairs(other);
  const waiting = [...right];
  let common = 0;
  for (const pair of left) {
    const at = waiting.indexOf(pair);
    if (at < 0) continue;
    waiting.splice(at, 1);
    common++;
  }
  return (2 * common) / Math.max(1, left.length + right.length);
}
