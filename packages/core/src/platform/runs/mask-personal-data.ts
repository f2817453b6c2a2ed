import { maskMessage, maskStack } from "./mask-message";

const DEEPEST = 12;
const MOST_ITEMS = 50;

/**
 * Returns an input or output of a background function as a platform admin may see it. Ids, codes, times, numbers and booleans stay; every
 * other text becomes its length. The code lists only values that may be shown, so it hides anything unexpected.
 */
export function maskPersonalData(value: unknown): unknown {
  return masked(value, "", 0);
}

function masked(value: unknown, key: string, depth: number): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return isShown(value, key) ? value : hidden(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number" || typeof value === "bigint")
    return ofAPerson.test(key) ? "number" : Number(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return "not shown";
  if (depth === DEEPEST) return "too deep to be shown";
  if (Array.isArray(value)) return maskedList(value, key, depth);
  return isError(value) ? maskedError(value) : maskedObject(value, depth);
}

function maskedList(list: readonly unknown[], key: string, depth: number): unknown[] {
  const shown = list.slice(0, MOST_ITEMS).map((item) => masked(item, key, depth + 1));
  return list.length > MOST_ITEMS ? [...shown, `and ${list.length - MOST_ITEMS} more`] : shown;
}

function maskedObject(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, item], index) => [
      isFieldName(key) ? key : `key ${index + 1}, ${key.length} characters`,
      masked(item, key, depth + 1),
    ]),
  );
}

type ErrorShape = { name: string; message: string; stack?: unknown };

function isError(value: object): value is ErrorShape {
  return (
    "name" in value &&
    "message" in value &&
    typeof value.name === "string" &&
    /^[A-Z]\w*(?:Error|Exception)$/.test(value.name) &&
    typeof value.message === "string"
  );
}

/** Returns an error without personal data in its message. */
export function maskedError({ name, message, stack }: ErrorShape) {
  return {
    name: /^\w{1,80}$/.test(name) ? name : "Error",
    message: maskMessage(message),
    ...(typeof stack === "string" && { stack: maskStack(stack) }),
  };
}

function hidden(text: string): string {
  return text === ""
    ? ""
    : `text, ${text.length} ${text.length === 1 ? "character" : "characters"}`;
}

/** Names of fields whose digits may be personal data. */
const ofAPerson = /phone|mobile|fax|iban|account|card|birth|ssn|passport|salary|postal|zip|taxid/i;

/** Names of fields whose values come from a list that a programmer wrote. */
const codes = new Set(
  `action code cron engine errorCode event eventName format fn_id function function_id functionId ingestedAs job kind language level locale
   mediaType method model name_of op outcome producer release result source stage stages state states status step stepId timeZone type
   unit version worker`.split(/\s+/),
);
const code = /^[A-Za-z][A-Za-z0-9]*(?:[_./:+-][A-Za-z0-9]+)*$/;
const words = /^[a-z]+(?: [a-z]+){0,3}$/;

function isShown(text: string, key: string): boolean {
  if (isId(text) || isTime(text) || isShortNumber(text) || isStoragePath(text)) return true;
  return codes.has(key) && text.length <= 60 && (code.test(text) || words.test(text));
}

function isId(text: string): boolean {
  return (
    /^[a-z]{2,5}_[0-9a-f]{32}$/.test(text) ||
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text) ||
    /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ||
    /^[0-9][0-9A-HJKMNP-TV-Z]{25}$/.test(text)
  );
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(
    text,
  );
}

function isShortNumber(text: string): boolean {
  return /^-?\d{1,6}(?:\.\d{1,6})?$/.test(text);
}

/** Returns whether a text is a storage key of BeSunny: a word, then ids and the names of derived files. */
function isStoragePath(text: string): boolean {
  const [area = "", ...parts] = text.split("/");
  const last = parts.at(-1)?.replace(/(?:\.[a-z]{2,5}){1,2}$/, "") ?? "";
  return (
    /^[a-z]{2,20}$/.test(area) &&
    parts.length > 0 &&
    [...parts.slice(0, -1), last].every(
      (part) => isId(part) || /^(?:model|understanding)$/.test(part),
    )
  );
}

function isFieldName(key: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]{0,39}$/.test(key) || /^\d{1,6}$/.test(key) || isId(key);
}
