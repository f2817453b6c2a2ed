import type { ReadPassage } from "../find/find-text";
import { fieldCalled } from "../question/fields";
import { labelsOf } from "./stated";

/** Marks that stand where a value was left blank or made unreadable. */
const marks = "\\[\\s*(?:[*•●_x.…]+|redacted|omitted|blank)?\\s*\\]|\\*{3,}|_{3,}|[█▇■]{2,}";
const BETWEEN = 40;
const AROUND = 200;

/** A place where a document has the label of a field, and a blank for its value. */
export type Blank = { passage: ReadPassage; span: [start: number, end: number] };

/** Finds where passages leave a field blank, such as `Price: [***]`. Null if they do not. */
export function blankIn(passages: readonly ReadPassage[], name: string): Blank | null {
  const field = fieldCalled(name);
  return field ? blankAfter(passages, labelsOf(field)) : null;
}

/** Finds a line for a signature that nobody signed. */
export function unsignedIn(passages: readonly ReadPassage[]): Blank | null {
  return blankAfter(
    passages,
    "by|name|signed|signature|unterschrift|unterzeichnet|signé|firma|firmado",
  );
}

function blankAfter(passages: readonly ReadPassage[], labels: string): Blank | null {
  if (labels === "") return null;
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${labels})(?!\\p{L})[^\\d€$£¥.;\\n]{0,${BETWEEN}}?[€$£¥]?(?:${marks})`,
    "iu",
  );
  for (const passage of passages) {
    const match = pattern.exec(passage.text);
    if (match) {
      const end = Math.min(passage.text.length, match.index + match[0].length + AROUND);
      return { passage, span: [match.index, end] };
    }
  }
  return null;
}
