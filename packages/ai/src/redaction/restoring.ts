import { tokensIn, type WrittenToken } from "./tokens";

/** A token at a place of a text that leaves. `from` is the place of its detail in the original. */
export type Replaced = { token: string; form: string; start: number; from: number };

/** A text with its tokens, in order. */
export type RedactedText = { original: string; written: string; replaced: Replaced[] };

/** With fewer signs beside its tokens, a text may be anywhere. */
const LEAST_SIGNS = 8;
/** The least signs around a token that say which of its places the model speaks of. */
const LEAST_CONTEXT = 12;
const LONGEST_CONTEXT = 60;

/** Returns the ways in which each token's detail was written, the fullest first, and the function that puts them back. */
export function restoring(texts: readonly RedactedText[], taken: ReadonlySet<string>) {
  const forms = formsOf(texts);
  const places = placesOf(texts);

  function restored(text: string, onInvented?: (token: string) => void): string {
    const found = tokensIn(text);
    const known = found.filter(({ token }) => forms.has(token));
    for (const { token } of found) if (!forms.has(token) && !taken.has(token)) onInvented?.(token);
    if (known.length === 0) return text;
    const signs = known.reduce((left, { start, end }) => left - (end - start), text.trim().length);
    for (const sent of texts) {
      const same = signs < LEAST_SIGNS && text !== sent.written ? null : originalOf(sent, text);
      if (same !== null) return same;
    }
    const json = jsonIn(text);
    if (json) return JSON.stringify(within(json.value, (each) => restored(each)));
    return replacedIn(text, known, (each) => formFor(text, each));
  }

  function formFor(text: string, { token, start, end }: WrittenToken): string {
    const own = forms.get(token) ?? [];
    const fullest = (own[0] ?? token).replace(/\s+/g, " ");
    if (own.length < 2) return own[0]?.includes("\n") ? fullest : (own[0] ?? token);
    const before = text.slice(Math.max(0, start - LONGEST_CONTEXT), start);
    const behind = text.slice(end, end + LONGEST_CONTEXT);
    let [best, most] = [fullest, LEAST_CONTEXT - 1];
    for (const { form, sent, at, length } of places.get(token) ?? []) {
      const shared =
        sameAtEnd(before, sent.slice(Math.max(0, at - LONGEST_CONTEXT), at)) +
        sameAtStart(behind, sent.slice(at + length, at + length + LONGEST_CONTEXT));
      if (shared > most) [best, most] = [form, shared];
    }
    return best;
  }

  return { forms, restore: restored };
}

/** Returns the part of the original whose redacted form a text is. Null if it is none, or begins or ends within a token. */
function originalOf({ original, written, replaced }: RedactedText, text: string): string | null {
  if (written === text) return original;
  const start = written.indexOf(text);
  if (start < 0) return null;
  const from = placeIn(replaced, start);
  const to = placeIn(replaced, start + text.length);
  return from === null || to === null ? null : original.slice(from, to);
}

/** Returns the place in the original for a place in the redacted text. Null within a token. */
function placeIn(replaced: readonly Replaced[], place: number): number | null {
  let moved = 0;
  for (const { token, form, start, from } of replaced) {
    if (start >= place) break;
    if (place < start + token.length) return null;
    moved = from + form.length - (start + token.length);
  }
  return place + moved;
}

function replacedIn(
  text: string,
  tokens: readonly WrittenToken[],
  formOf: (token: WrittenToken) => string,
): string {
  let [written, last] = ["", 0];
  for (const token of tokens) {
    written += text.slice(last, token.start) + formOf(token);
    last = token.end;
  }
  return written + text.slice(last);
}

/** The fullest form is the one with most words; of equally full ones, the commonest that is not in capitals. Forms of the longest text go first. */
function formsOf(texts: readonly RedactedText[]): Map<string, string[]> {
  const longest = texts.reduce<RedactedText | null>(
    (most, each) => (most && most.original.length >= each.original.length ? most : each),
    null,
  );
  const counted = new Map<string, Map<string, { count: number; isInLongest: boolean }>>();
  for (const text of texts)
    for (const { token, form } of text.replaced) {
      const own = counted.get(token) ?? new Map();
      const known = own.get(form) ?? { count: 0, isInLongest: false };
      own.set(form, {
        count: known.count + 1,
        isInLongest: known.isInLongest || text === longest,
      });
      counted.set(token, own);
    }
  return new Map(
    [...counted].map(([token, own]) => [
      token,
      [...own]
        .sort(
          ([a, one], [b, other]) =>
            Number(other.isInLongest) - Number(one.isInLongest) ||
            wordsIn(b) - wordsIn(a) ||
            Number(isShouted(a)) - Number(isShouted(b)) ||
            other.count - one.count,
        )
        .map(([form]) => form),
    ]),
  );
}

function placesOf(texts: readonly RedactedText[]) {
  const places = new Map<string, { form: string; sent: string; at: number; length: number }[]>();
  for (const { written: sent, replaced } of texts)
    for (const { token, form, start: at } of replaced) {
      const own = places.get(token) ?? [];
      own.push({ form, sent, at, length: token.length });
      places.set(token, own);
    }
  return places;
}

function jsonIn(text: string): { value: object } | null {
  if (!/^\s*[{[]\s*["{[\]}]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { value } : null;
  } catch {
    return null;
  }
}

/** Returns the same value with each text in it changed, names of fields included. */
function within(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => within(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [change(key), within(each, change)]),
  );
}

function sameAtEnd(one: string, other: string): number {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    one.at(-1 - length) === other.at(-1 - length)
  )
    length++;
  return length;
}

function sameAtStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function wordsIn(form: string): number {
  return form.split(/[\s-]+/).filter((word) => /\p{L}{2}/u.test(word)).length;
}

function isShouted(form: string): boolean {
  return form === form.toUpperCase() && /\p{L}{2}/u.test(form);
}
