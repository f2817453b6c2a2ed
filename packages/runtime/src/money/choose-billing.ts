import type { Billing } from "@besunny/connectors/billing/billing";
import { createStripeBilling, noBilling } from "@besunny/connectors/billing/stripe";

import type { Env } from "../env";

/** Returns Stripe where its keys are set. Otherwise nobody takes money. */
export function chooseBilling({
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_API_URL: apiUrl,
}: Pick<Env, "STRIPE_SECRET_KEY" | "STRIPE_WEBHOOK_SECRET" | "STRIPE_API_URL">): Billing {
  if (!secretKey || !webhookSecret) return noBilling;
  return createStripeBilling({ secretKey, webhookSecret, apiUrl });
}
