import type { Prisma } from "../../generated/client";
import { literally } from "../../literally";

/** A condition on the value of a field: any value, its text, yes or no, a number, or a day. */
export type FieldValueIs =
  | { kind: "any" }
  | { kind: "text"; text: string }
  | { kind: "boolean"; isYes: boolean }
  | {
      kind: "number";
      least: number | null;
      most: number | null;
      isOpen: boolean;
      currency: string | null;
    }
  | { kind: "days"; from: Date | null; to: Date | null };

/** The words under which yes and no are stored. */
const yesOrNo = (isYes: boolean) => (isYes ? "yes" : "no");

/**
 * Returns the condition on documents that a field with this key fulfils it. A list and a link of equal letters are equal; a text must hold the
 * words. Fields that are archived fulfil none.
 */
export function fieldWhere(key: string, value: FieldValueIs): Prisma.DocumentWhereInput {
  return { customValues: { some: valueWhere(key, value) } };
}

function valueWhere(key: string, value: FieldValueIs): Prisma.CustomFieldValueWhereInput {
  const ofKind = (...kinds: string[]) => ({ key, archivedAt: null, kind: { in: kinds } });
  switch (value.kind) {
    case "any":
      return { field: { key, archivedAt: null } };
    case "text": {
      const text = literally(value.text);
      return {
        OR: [
          { field: ofKind("list"), text: { equals: text, mode: "insensitive" } },
          { field: ofKind("text", "link"), text: { contains: text, mode: "insensitive" } },
        ],
      };
    }
    case "boolean":
      return { field: ofKind("boolean"), text: yesOrNo(value.isYes) };
    case "number": {
      const { least, most, isOpen, currency } = value;
      return {
        field: ofKind("number", "amount"),
        ...(currency && { currency }),
        number: {
          ...(least !== null && { [isOpen ? "gt" : "gte"]: least }),
          ...(most !== null && { [isOpen ? "lt" : "lte"]: most }),
        },
      };
    }
    case "days":
      return {
        field: ofKind("date"),
        date: {
          ...(value.from && { gte: value.from }),
          ...(value.to && { lt: value.to }),
        },
      };
  }
}
