import type { Ai, SentMessage } from "@besunny/ai/ai";
import type { KnownDetail } from "@besunny/ai/redaction/detail";
import type { RedactionRules } from "@besunny/ai/redaction/policy";

import type { RedactionPreview } from "./preview";
import { refusalOf } from "./refusal";

type Given = {
  messages: readonly SentMessage[];
  rules: RedactionRules;
  known?: readonly KnownDetail[];
  /** True if nothing of it is sent in any case. */
  isBarred?: boolean;
};

/** Returns messages as they would leave under these rules, with what was replaced in them. Sends nothing. */
export async function previewMessages(
  ai: Pick<Ai, "redact">,
  { messages, rules, known = [], isBarred = false }: Given,
  signal: AbortSignal | undefined,
): Promise<RedactionPreview> {
  const texts = messages.map(({ text }) => text);
  const redacted = await ai.redact({ texts, actions: rules.actions, known }, signal);
  return {
    messages: messages.map(({ role }, at) => ({ role, text: redacted.texts[at] ?? "" })),
    replaced: redacted.tokens,
    refusal: isBarred ? "never-sent" : refusalOf(redacted, rules),
    refusedKinds: redacted.refused,
    problems: redacted.problems,
  };
}
