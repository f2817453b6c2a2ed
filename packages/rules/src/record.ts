/** A value of a record. Undefined: it is not known. */
export type Value = string | number | boolean | Date | readonly string[] | undefined;

/** A fact of a document as conditions see it. */
export type FactValue = {
  text?: string;
  number?: number;
  amount?: number;
  currency?: string;
  date?: Date;
  confidence?: number;
  /** No document that was here before has the same value of this fact. */
  isNew?: boolean;
};

/** The one record that conditions are evaluated on: a document, and what is around it, at one moment. */
export type RuleRecord = {
  doc: {
    id: string;
    type?: string | undefined;
    typeConfidence?: number | undefined;
    isTypeCorrected?: boolean;
    status?: string;
    title?: string;
    fileName?: string;
    folder?: string | undefined;
    format?: string | undefined;
    language?: string | undefined;
    pages?: number;
    size?: number;
    datedOn?: Date;
    addedOn?: Date;
    tags?: readonly string[];
    projects?: readonly string[];
    parties?: readonly string[];
    hasNewParty?: boolean | undefined;
    isAttachment?: boolean;
  };
  facts: Readonly<Record<string, FactValue | undefined>>;
  fields: Readonly<Record<string, Value>>;
  source: { kind?: string | undefined; id?: string | undefined };
  meeting: { id?: string; title?: string; heldOn?: Date };
  /** The action by which an automation began, if one did. */
  action?: { text?: string; owner?: string; dueOn?: Date };
  actor: { id?: string; name?: string };
  now: Date;
};

/** Returns the value at a path such as `facts.total.amount`; undefined if any part is not there. Only own properties count. */
export function valueAt(record: RuleRecord, path: readonly string[]): Value {
  let at: unknown = record;
  for (const part of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    at = Reflect.get(at, part);
  }
  return asValue(at);
}

function asValue(given: unknown): Value {
  if (typeof given === "string" || typeof given === "boolean") return given;
  if (typeof given === "number") return Number.isFinite(given) ? given : undefined;
  if (given instanceof Date) return Number.isNaN(given.getTime()) ? undefined : given;
  return Array.isArray(given) && given.every((each) => typeof each === "string")
    ? given
    : undefined;
}

const DAY_MS = 86_400_000;

/** Returns how many days a day is after another, both in UTC; negative before it. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor(to.getTime() / DAY_MS) - Math.floor(from.getTime() / DAY_MS);
}
