const MOST_GROUPS = 500;
const MOST_LETTERS = 300;

/** Returns the text under the name, trimmed; empty where there is none. */
export function textIn(told: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(told, name) ? told[name] : undefined;
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first.trim().slice(0, MOST_LETTERS) : "";
}

/** Returns the groups under the name: one text or many, trimmed, each once. What is no text is no group. */
export function groupsIn(told: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = Object.hasOwn(told, name) ? told[name] : undefined;
  const each = Array.isArray(value) ? value : [value];
  const texts = each
    .filter((group) => typeof group === "string")
    .map((group) => group.trim())
    .filter((group) => group !== "" && group.length <= MOST_LETTERS);
  return [...new Set(texts)].slice(0, MOST_GROUPS);
}
