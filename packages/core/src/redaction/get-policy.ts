import { z } from "zod";

import { query } from "../operation/query";
import { CurrentPolicy, policyOf } from "./contract/policy";

/** Returns the rules for texts that leave to hosted models; the usual ones where nobody chose others. */
export const getPolicy = query("redaction.get-policy", {
  title: "See what is replaced before texts leave",
  permission: "workspace.read",
  input: z.object({}),
  output: CurrentPolicy,
  doors: ["web"],

  handle: async ({ redactionPolicies }) => policyOf(await redactionPolicies.current()),
});
