import { randomBytes } from "node:crypto";
import { z } from "zod";

import { flow } from "../../operation/flow";
import { inboundFields, pathOfToken, secretOfInbound, WithAddress } from "../contract/inbound";
import { getInboundHook } from "./get-inbound-hook";
import { keepInboundSecret } from "./keep-inbound-secret";
import { saveInboundHook } from "./save-inbound-hook";

/**
 * Makes an address at which others send to the workspace. What comes has the rights of its maker on that day. Its path, and the secret of a signed one,
 * are returned only once.
 */
export const createInboundHook = flow("webhooks.create-inbound-hook", {
  title: "Make an address that takes messages",
  permission: "webhook.manage",
  input: z.object({ ...inboundFields, projectId: inboundFields.projectId.default(null) }),
  output: WithAddress,
  doors: ["web", "rest"],
  audit: { notAudited: "Keeping the address leaves a row." },
  uses: ["webhooks", "sealer"],

  async handle({ webhooks, sealer, caller }, fields) {
    const token = randomBytes(24).toString("base64url");
    const { id } = await saveInboundHook(caller, { ...fields, token });
    const secret = fields.isSigned ? webhooks.newSecret() : null;
    if (secret) {
      const sealed = sealer.seal(secret, secretOfInbound(id));
      await keepInboundSecret(caller, { id, sealed, beforeUntil: null, token: null });
    }
    return { hook: await getInboundHook(caller, { id }), path: pathOfToken(token), secret };
  },
});
