import { lineKeyOf } from "@besunny/document-model/cleaning/lines-of";
import type { CleaningKind } from "../contract/cleaning-words";
import { suggestedCleaning } from "../contract/cleaning-words";
import { IssueDetails, issueKind } from "../contract/issues";

type Issue = { documentId: string; kind: string; details: unknown; texts: readonly string[] };

/** The cleaning that an issue suggests. */
export type SuggestedCleaning = {
  documentId: string;
  kind: CleaningKind;
  issueKind: string;
  /** `keys` of the lines to leave out; `of` is the document that stays instead. */
  params: { keys: string[] } | { of: string } | Record<string, never>;
};

/** Returns the cleaning that an issue suggests; null if there is none. */
export function cleaningOf({
  documentId,
  kind: named,
  details,
  texts,
}: Issue): SuggestedCleaning | null {
  const kind = suggestedCleaning[issueKind.parse(named)];
  if (!kind) return null;
  const about = { documentId, kind, issueKind: named };
  if (kind === "repair-encoding") return { ...about, params: {} };
  if (kind === "keep-one") {
    const { of } = IssueDetails.parse(details);
    return typeof of === "string" ? { ...about, params: { of } } : null;
  }
  return { ...about, params: { keys: texts.flatMap((line) => lineKeyOf(line) ?? []) } };
}
