import { isNamedPart } from "../layout/named-parts";
import type { Segment } from "../layout/page-geometry";
import type { DocumentStyle } from "./document-style";
import { depthOf, type Role } from "./paragraph-role";

export type Part = { paragraph: Segment[]; role: Role };

/** Marks parts as headings that only their neighbours show to be headings, such as "2. Term" before its text. */
export function withHeadingsByContext(
  parts: Part[],
  { headingSizes }: DocumentStyle,
  following: Segment[],
): Part[] {
  const after: Part[] =
    following.length > 0 ? [{ paragraph: following, role: { kind: "paragraph" } }] : [];
  return parts.map((part, index) => {
    const { role, paragraph } = part;
    if (role.kind !== "list-item" && role.kind !== "paragraph") return part;
    if (paragraph.length !== 1 || lengthOf(part) > 80) return part;
    const text = textOf(part);
    const next = parts[index + 1] ?? after[0];
    const stands = leads(text, next) || isInCapitals(text, next) || isNamedPart(text);
    if (!stands) return part;
    const level = Math.min(6, headingSizes.length + depthOf(text));
    return { paragraph, role: { kind: "heading", level } };
  });
}

function textOf({ paragraph }: Part): string {
  return (paragraph[0]?.words ?? []).map((word) => word.text).join(" ");
}

function lengthOf({ paragraph }: Part): number {
  return paragraph.reduce((sum, { length }) => sum + length, 0);
}

/** Returns true for "2. Term" before "2.1 ..." or a text. Before "3. ...", "2. Term" would be an item of a list. */
function leads(text: string, next: Part | undefined): boolean {
  const [, number = "", own = ""] = /^(\d{1,2})[.)]?\s+(\p{Lu}.*)$/u.exec(text) ?? [];
  if (!next || own === "" || own.split(" ").length > 10) return false;
  const following = textOf(next);
  if (following.startsWith(`${number}.1`)) return true;
  return !/[.;,:]$/.test(own) && !/^\d/.test(following) && lengthOf(next) > 60;
}

function isInCapitals(text: string, next: Part | undefined): boolean {
  return (
    next !== undefined &&
    lengthOf(next) > 60 &&
    /^\p{Lu}[\p{Lu}\s&,'’-]{4,60}:?$/u.test(text) &&
    text.split(" ").length <= 8 &&
    !/[,-]$/.test(text)
  );
}
