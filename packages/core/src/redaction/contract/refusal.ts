import type { Redacted } from "@besunny/ai/ai";
import type { RedactionRules } from "@besunny/ai/redaction/policy";

/** Returns why texts may not leave, as a sentence for people that says what to do; null if they may. */
export function refusalOf(
  { refused, problems }: Pick<Redacted, "refused" | "problems">,
  { isStrict }: Pick<RedactionRules, "isStrict">,
): string | null {
  if (refused.length > 0)
    return `The text has details that the workspace does not send to hosted models (${refused.join(", ")}). Local models did the work.`;
  if (isStrict && problems.length > 0)
    return `The workspace sends only what every detector could read. ${problems.join(" ")} Local models did the work.`;
  return null;
}
