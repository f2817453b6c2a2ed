import { randomBytes } from "node:crypto";

import { flow } from "../../operation/flow";
import { ofInboundHook, pathOfToken, secretOfInbound, WithAddress } from "../contract/inbound";
import { overlapHours } from "../contract/secrets";
import { getInboundHook } from "./get-inbound-hook";
import { keepInboundSecret } from "./keep-inbound-secret";

const HOUR_MS = 3_600_000;

/** Makes a new secret for a signed address; for some hours the one before counts as well. One that is not signed gets a new path at once. */
export const rotateInboundHook = flow("webhooks.rotate-inbound-hook", {
  title: "Rotate the secret of an address that takes messages",
  permission: "webhook.manage",
  input: ofInboundHook.extend({ hours: overlapHours.default(24) }),
  output: WithAddress,
  doors: ["web", "rest"],
  audit: { notAudited: "Keeping the secret leaves a row." },
  uses: ["webhooks", "sealer"],

  async handle({ webhooks, sealer, caller, clock }, { id, hours }) {
    const { isSigned } = await getInboundHook(caller, { id });
    if (!isSigned) {
      const token = randomBytes(24).toString("base64url");
      await keepInboundSecret(caller, { id, sealed: null, beforeUntil: null, token });
      const hook = await getInboundHook(caller, { id });
      return { hook, path: pathOfToken(token), secret: null };
    }
    const secret = webhooks.newSecret();
    const sealed = sealer.seal(secret, secretOfInbound(id));
    const beforeUntil = hours > 0 ? new Date(clock().getTime() + hours * HOUR_MS) : null;
    await keepInboundSecret(caller, { id, sealed, beforeUntil, token: null });
    return { hook: await getInboundHook(caller, { id }), path: null, secret };
  },
});
