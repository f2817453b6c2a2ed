import { fieldOf } from "./keys";
import type { Part } from "./query";

/** Writes parts as the text that reads as the same parts. */
export function printQuery(parts: readonly Part[]): string {
  return parts.map(printPart).join(" ");
}

/** Writes one part. */
export function printPart(part: Part): string {
  switch (part.kind) {
    case "word":
      return part.text;
    case "phrase":
      return quoted(part.text);
    case "not":
      return printNegation(printPart(part.of));
    case "any":
      return `(${part.of.map(printPart).join(" OR ")})`;
    case "all":
      return `(${printQuery(part.of)})`;
    case "condition":
      return `${printKey(part.key)}${part.is}${part.values.map(printValue).join(",")}`;
  }
}

/** A minus before a minus would read as one word. */
function printNegation(printed: string): string {
  return /^[-−]/.test(printed) ? `NOT ${printed}` : `-${printed}`;
}

function printKey(key: string): string {
  const field = fieldOf(key);
  return field === null || /^[\p{L}\p{N}_.-]+$/u.test(field) ? key : `field.${quoted(field)}`;
}

function printValue(value: string): string {
  return /[\s"“”„«»(),\\]|^[<>=]/.test(value) ? quoted(value) : value;
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
