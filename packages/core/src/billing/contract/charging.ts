import type { Billing, StripeBilling } from "@besunny/connectors/billing/billing";

import { AppError } from "../../errors";

/** Returns the provider that takes money. Throws `CONFLICT` where none does. */
export function charging(billing: Billing): StripeBilling {
  if (billing.kind === "stripe") return billing;
  throw new AppError("CONFLICT", "Nobody takes payments here", {
    hint: "Ask the people who run BeSunny for another plan.",
  });
}
