import type { Tools } from "../../context";
import { AppError } from "../../errors";

/** Throws `INVALID_INPUT` for an address that is never asked. A name is resolved at each try, and may be refused then. */
export function mustBeAsked(webhooks: Pick<Tools["webhooks"], "refusalOf">, url: string): void {
  const refusal = webhooks.refusalOf(url);
  if (refusal === null) return;
  throw new AppError("INVALID_INPUT", refusal, {
    hint: "Give an address that begins with https. An admin of the platform can allow hosts of your own network with WEBHOOK_ALLOW.",
    errors: [{ path: "url", message: refusal }],
  });
}
