import type { Redacted } from "@besunny/ai/ai";
import type { RedactionRules } from "@besunny/ai/redaction/policy";

import type { RedactionRefusal } from "./kinds";

type Found = Pick<Redacted, "refused" | "problems">;

/** Returns why texts may not leave under these rules; null if they may. */
export function refusalOf(
  { refused, problems }: Found,
  { isStrict }: Pick<RedactionRules, "isStrict">,
): RedactionRefusal | null {
  if (refused.length > 0) return "kinds";
  return isStrict && problems.length > 0 ? "not-read" : null;
}

/** Returns the reason as a sentence for people. */
export function refusalSentence(refusal: RedactionRefusal, { refused, problems }: Found): string {
  if (refusal === "kinds")
    return `The text has details that the workspace does not send to hosted models: ${refused.join(", ")}.`;
  if (refusal === "not-read")
    return `The workspace sends only what every detector could read. ${problems.join(" ")}`.trim();
  return "The workspace does not send documents of this type or project to hosted models.";
}
