import { z } from "zod";

import { flow } from "../operation/flow";
import { secret } from "../operation/secret";
import { RedactionPolicy, rulesFor } from "./contract/policy";
import { RedactionPreview } from "./contract/preview";
import { previewMessages } from "./contract/preview-messages";
import { getPolicy } from "./get-policy";

/** Returns a text as it would leave to a hosted model, under the rules of the workspace or under rules that are not saved. Sends nothing. */
export const previewText = flow("redaction.preview-text", {
  title: "See what would be sent of a text",
  permission: "workspace.read",
  input: z.object({
    text: secret(z.string().min(1, "Give a text").max(20_000)),
    server: z.string().max(300).nullish(),
    rules: RedactionPolicy.optional(),
  }),
  output: RedactionPreview,
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It changes nothing and sends nothing." },

  async handle({ caller, ai, signal }, { text, server, rules }) {
    const policy = rules ?? (await getPolicy(caller, {}));
    const given = {
      messages: [{ role: "user", text }],
      rules: rulesFor(policy, server ?? null),
    };
    return previewMessages(ai, given, signal);
  },
});
