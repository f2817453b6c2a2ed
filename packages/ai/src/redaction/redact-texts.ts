import type { RedactionKind } from "@besunny/document-model/statements/redaction-kinds";

import type { Detail } from "./detail";
import type { RedactionActions } from "./policy";
import { type RedactedText, type Replaced, restoring } from "./restoring";
import { tokenOf, tokensIn } from "./tokens";
import { withoutOverlaps } from "./without-overlaps";

/** A token with the detail behind it. */
export type TokenUsed = {
  token: string;
  kind: RedactionKind;
  /** The ways in which the texts write it, the fullest first. */
  forms: string[];
  /** The number of places. */
  places: number;
};

/** Texts that may leave, and the way back. */
export type Redaction = {
  texts: string[];
  /** The number of details of each kind that were replaced. */
  replaced: Record<string, number>;
  /** The kinds that were found and may not leave, not even replaced. */
  refused: RedactionKind[];
  tokens: TokenUsed[];
  /**
   * Returns a text of the model with the details in place of their tokens. Words that were sent come back as they were; elsewhere a token
   * becomes the fullest form of its detail. JSON stays JSON. Tokens that were not sent stay as they are; `onInvented` is given each.
   */
  restore(text: string, onInvented?: (token: string) => void): string;
};

/**
 * Puts a token in the place of each detail, the same one for the same detail in all texts. What already looks like a token in the texts
 * keeps its number for itself. Details may overlap.
 */
export function redactTexts(
  texts: readonly string[],
  details: readonly (readonly Detail[])[],
  actions: RedactionActions,
): Redaction {
  const taken = new Set(texts.flatMap((text) => tokensIn(text).map(({ token }) => token)));
  const numbers = new Map<RedactionKind, number>();
  const tokens = new Map<string, string>();
  const kinds = new Map<string, RedactionKind>();

  function tokenFor({ kind, group }: Detail): string {
    const known = tokens.get(`${kind} ${group}`);
    if (known) return known;
    let number = (numbers.get(kind) ?? 0) + 1;
    while (taken.has(tokenOf(kind, number))) number++;
    numbers.set(kind, number);
    const token = tokenOf(kind, number);
    tokens.set(`${kind} ${group}`, token);
    kinds.set(token, kind);
    return token;
  }

  const refused = new Set<RedactionKind>();
  const redacted = texts.map((text, at): RedactedText => {
    let [written, last] = ["", 0];
    const replaced: Replaced[] = [];
    const own = (details[at] ?? []).filter(({ kind }) => actions[kind] !== "leave");
    for (const { kind } of own) if (actions[kind] === "refuse") refused.add(kind);
    for (const detail of withoutOverlaps(text, own)) {
      const token = tokenFor(detail);
      written += text.slice(last, detail.start);
      const form = text.slice(detail.start, detail.end);
      replaced.push({ token, form, start: written.length, from: detail.start });
      written += token;
      last = detail.end;
    }
    return { original: text, written: written + text.slice(last), replaced };
  });

  const { forms, restore } = restoring(redacted, taken);
  const used = [...kinds].map(([token, kind]): TokenUsed => {
    const own = forms.get(token) ?? [];
    const places = redacted.flatMap(({ replaced }) =>
      replaced.filter((each) => each.token === token),
    );
    return { token, kind, forms: own, places: places.length };
  });
  const replaced: Record<string, number> = {};
  for (const { kind } of used) replaced[kind] = (replaced[kind] ?? 0) + 1;
  return {
    texts: redacted.map(({ written }) => written),
    replaced,
    refused: [...refused],
    tokens: used,
    restore,
  };
}
