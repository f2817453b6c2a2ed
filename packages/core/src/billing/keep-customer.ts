import { z } from "zod";

import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Keeps the id by which the provider knows the workspace. */
export const keepCustomer = command("billing.keep-customer", {
  title: "Keep the customer of the workspace",
  permission: "billing.manage",
  input: z.object({ customerId: z.string().min(1).max(255) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The beginning of the payment leaves the row." },

  async handle({ billing, clock }, { customerId }) {
    await billing.setCustomer(customerId, clock());
  },
});
