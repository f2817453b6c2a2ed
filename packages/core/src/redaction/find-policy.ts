import { z } from "zod";

import { documentId } from "../ids";
import { query } from "../operation/query";
import { ofType } from "../shapes";
import { type CurrentPolicy, policyOf } from "./contract/policy";

/** Returns the rules for texts that leave, and those of the documents that are never sent, for background functions. */
export const findPolicy = query("redaction.find-policy", {
  title: "Find what is replaced before texts leave",
  permission: "document.process",
  input: z.object({ ids: z.array(documentId).max(2_000) }),
  output: ofType<{ policy: CurrentPolicy; barred: string[] }>(),
  doors: [],

  async handle({ redactionPolicies }, { ids }) {
    const policy = policyOf(await redactionPolicies.current());
    const { neverTypes: types, neverProjectIds: projectIds } = policy;
    return { policy, barred: await redactionPolicies.barredAmong(ids, { types, projectIds }) };
  },
});
