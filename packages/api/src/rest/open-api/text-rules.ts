const anything = "^[^\\u0000]*$";
/** As above, and not of white space alone: such texts are trimmed. */
const something = "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$";

/**
 * Writes into a part of the contract what every text of a request must be like, where nothing narrower is said. The part stays of its type:
 * only `pattern` is added, which every schema may have.
 */
export function withTextRules<Part>(part: Part): Part {
  return written(part) as Part;
}

function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, written(inner)]);
  return { ...Object.fromEntries(entries), ...ruleOf(Object.fromEntries(Object.entries(value))) };
}

type Schema = { type?: unknown; minLength?: unknown; format?: unknown; [name: string]: unknown };

function ruleOf({ type, minLength, format, ...more }: Schema): { pattern?: string } {
  const isText = type === "string" || (Array.isArray(type) && type.includes("string"));
  const isNarrower = ["enum", "pattern", "anyOf"].some((name) => name in more);
  if (!isText || isNarrower || (format !== undefined && format !== "password")) return {};
  return { pattern: minLength && format === undefined ? something : anything };
}
