import type { Redacted } from "@besunny/ai/ai";
import type { RedactionRules } from "@besunny/ai/redaction/policy";

import { redactionKinds } from "@besunny/document-model/statements/redaction-kinds";

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

/** The type that a recording becomes, as far as anybody knows before it is written down. */
const RECORDINGS_BECOME = "meeting transcript";

/**
 * Returns why sound may not leave under these rules, as a sentence for people; null if it may. Nothing can be found or replaced in sound, so it leaves
 * as it is or not at all.
 */
export function soundRefusal(
  { isStrict, actions }: RedactionRules,
  neverTypes: readonly string[],
): string | null {
  if (neverTypes.includes(RECORDINGS_BECOME))
    return "The workspace does not send meeting transcripts to hosted models, and a recording becomes one.";
  if (isStrict)
    return "The workspace sends only what every detector could read, and no detector reads sound.";
  const refused = redactionKinds.filter((kind) => actions[kind] === "refuse");
  if (refused.length > 0)
    return `Sound can hold details that the workspace does not send to hosted models: ${refused.join(", ")}.`;
  return null;
}

/** Returns the reason as a sentence for people. */
export function refusalSentence(refusal: RedactionRefusal, { refused, problems }: Found): string {
  if (refusal === "kinds")
    return `The text has details that the workspace does not send to hosted models: ${refused.join(", ")}.`;
  if (refusal === "not-read")
    return `The workspace sends only what every detector could read. ${problems.join(" ")}`.trim();
  return "The workspace does not send documents of this type or project to hosted models.";
}
