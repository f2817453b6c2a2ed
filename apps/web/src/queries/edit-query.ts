import {
  type Condition,
  type Part,
  parseQuery,
  printQuery,
  searchWordsOf,
} from "@besunny/api/browser/grammar";

/** Returns the parts of a query's text. */
export function partsOf(query: string): Part[] {
  return parseQuery(query, { now: new Date() }).parts;
}

/** Returns what was not understood in a query's text. */
export function troublesOf(query: string) {
  return parseQuery(query, { now: new Date() }).troubles;
}

/** Returns the values that a query chooses for a key. */
export function chosenOf(query: string, key: string): string[] {
  return partsOf(query).flatMap((part) => (isChoice(part, key) ? part.values : []));
}

/** Adds a value of a key to a query, or takes it out. Values of one key are alternatives. */
export function toggled(query: string, key: string, value: string): string {
  const parts = partsOf(query);
  const at = parts.findIndex((part) => isChoice(part, key));
  const found = parts[at];
  if (found?.kind !== "condition")
    return printQuery([...parts, { kind: "condition", key, is: ":", values: [value] }]);
  const kept = found.values.filter((each) => !isSame(each, value));
  const values = kept.length < found.values.length ? kept : [...kept, value];
  const next = values.length > 0 ? [{ ...found, values }] : [];
  return printQuery([...parts.slice(0, at), ...next, ...parts.slice(at + 1)]);
}

/** Returns the query without one of its parts. */
export function without(query: string, at: number): string {
  return printQuery(partsOf(query).filter((_, index) => index !== at));
}

/** Returns true if the query has words that passages are searched by. */
export function hasWords(query: string): boolean {
  return searchWordsOf(partsOf(query)).text !== "";
}

export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isChoice(part: Part, key: string): part is Condition {
  return part.kind === "condition" && part.key === key && part.is === ":";
}
