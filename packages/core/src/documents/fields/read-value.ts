import type { StoredValue } from "@besunny/db/workspace/fields/field-values";

import { AppError } from "../../errors";
import type { CustomField } from "../../fields/contract/custom-field";
import { isCurrency } from "../../fields/contract/custom-field";
import { readAmount } from "../contract/grammar/read-amount";
import { readDays } from "../contract/grammar/read-days";
import { readYesOrNo } from "../contract/grammar/read-yes-or-no";

const DAY = 86_400_000;
const LONGEST_TEXT = 500;
const LONGEST_LINK = 2000;
const protocols = ["http:", "https:", "mailto:"];

type Field = Pick<CustomField, "name" | "kind" | "currency">;

/**
 * Reads the value that a person wrote into a field; of a list the option must be found before. Throws `INVALID_INPUT`, which says what the
 * field takes.
 */
export function readValue(
  field: Field,
  written: string,
  { now, option }: { now: Date; option: { id: string; name: string } | null },
): StoredValue {
  const text = written.trim();
  switch (field.kind) {
    case "text":
      return text.length > LONGEST_TEXT
        ? refused(field, `takes at most ${LONGEST_TEXT} letters`)
        : stored(text.replaceAll(/\s+/g, " "));
    case "number":
      return readNumber(field, text);
    case "amount":
      return readMoney(field, text);
    case "date":
      return readDay(field, text, now);
    case "boolean": {
      const isYes = readYesOrNo(text);
      return isYes === null ? refused(field, "takes yes or no") : stored(isYes ? "yes" : "no");
    }
    case "list":
      return option
        ? stored(option.name, { optionId: option.id })
        : refused(field, `does not offer “${text}”`, "Choose one of its values.");
    case "link":
      return readLink(field, text);
  }
}

function stored(text: string, parts: Partial<StoredValue> = {}): StoredValue {
  return { text, number: null, currency: null, date: null, optionId: null, ...parts };
}

/** A point before three digits is a decimal mark here, as scripts and number boxes write it. */
function readNumber(field: Field, text: string): StoredValue {
  const plain = /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
  const read = plain === null ? readAmount(text) : { number: plain, currency: null };
  if (!read || read.currency) return refused(field, "takes a number, as in 1234.5");
  return stored(String(read.number), { number: read.number });
}

function readMoney(field: Field, text: string): StoredValue {
  const read = readAmount(text);
  if (!read) return refused(field, "takes an amount, as in EUR 1234.50");
  const currency = read.currency ?? field.currency;
  if (!currency || !isCurrency(currency))
    return refused(field, "needs a currency, as in EUR 1234.50");
  const { number } = read;
  return stored(`${currency} ${number}`, { number, currency });
}

function readDay(field: Field, text: string, now: Date): StoredValue {
  const days = readDays(text, now);
  if (!days || days.to.getTime() - days.from.getTime() !== DAY)
    return refused(field, "takes a day, as in 2026-12-31");
  return stored(days.from.toISOString().slice(0, 10), { date: days.from });
}

function readLink(field: Field, text: string): StoredValue {
  const url = URL.parse(text);
  if (!url || !protocols.includes(url.protocol) || url.href.length > LONGEST_LINK)
    return refused(field, "takes an address, as in https://example.com/page");
  return stored(url.href);
}

function refused(field: Field, what: string, hint?: string): never {
  throw new AppError("INVALID_INPUT", `“${field.name}” ${what}`, {
    ...(hint && { hint }),
    errors: [{ path: "value", message: `“${field.name}” ${what}` }],
  });
}
