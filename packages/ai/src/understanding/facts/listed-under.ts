import type { DocumentInput, FieldDefinition } from "../../ai";
import type { Candidate } from "./candidate";
import { labelIndexOf } from "./label-index";
import { labelWords } from "./label-words";

const LONGEST_LABEL = 60;
const LONGEST_ITEM = 120;
const SURENESS = 0.88;

/** Finds the items of the lists that stand under the label of a field, such as the names under "Attendees". */
export function listedUnder(
  { text, blocks }: Pick<DocumentInput, "text" | "blocks">,
  fields: readonly FieldDefinition[],
): Candidate[] {
  const lists = fields.filter(({ kind }) => kind === "list");
  if (lists.length === 0) return [];
  const index = labelIndexOf(lists);
  return blocks.flatMap((block, at) => {
    const written = text.slice(...block.span).trim();
    if (block.kind === "table" || written.length > LONGEST_LABEL) return [];
    const words = labelWords(written);
    const label = index.longestAt(words, 0);
    const [field] = label?.fields ?? [];
    if (!label || !field || label.words !== words.length) return [];
    const [first, ...others] = blocks.slice(at + 1);
    if (first?.kind !== "list-item") return [];
    const end = others.findIndex(({ kind }) => kind !== "list-item");
    const items = [first, ...(end < 0 ? others : others.slice(0, end))];
    return items
      .filter(({ level }) => level === first.level)
      .flatMap(({ span }) => itemOf(text, span, field.name));
  });
}

function itemOf(text: string, [start, end]: [number, number], name: string): Candidate[] {
  const raw = text.slice(start, end);
  const value = raw.trim().replaceAll(/\s+/g, " ");
  if (value.length > LONGEST_ITEM || !/\p{L}{2}/u.test(value)) return [];
  const from = start + raw.length - raw.trimStart().length;
  return [
    {
      name,
      value,
      confidence: SURENESS,
      evidence: [[from, from + raw.trim().length]],
      origin: "label",
    },
  ];
}
