import { z } from "zod";

import type { SealedPlace } from "../../context";
import { secret } from "../../operation/secret";

/** A sealed secret on its way between operations: in no audit row, log or trace. */
export const Sealed = secret(z.custom<Uint8Array>((given) => given instanceof Uint8Array));

/** The place that the secret of an endpoint is sealed for. */
export function secretOfWebhook(id: string): SealedPlace {
  return { table: "webhook_endpoints", column: "sealed_secret", id };
}

/** The hours for which the secret before counts as well. */
export const overlapHours = z.number().int().min(0).max(168);
