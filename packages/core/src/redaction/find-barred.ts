import { z } from "zod";

import { documentId } from "../ids";
import { query } from "../operation/query";
import { policyOf } from "./contract/policy";

/** Returns those of the documents that are never sent to hosted models, by their type or project. */
export const findBarred = query("redaction.find-barred", {
  title: "Find documents that are never sent",
  permission: "document.read",
  input: z.object({ ids: z.array(documentId).max(2_000) }),
  output: z.array(z.string()),
  doors: [],

  async handle({ redactionPolicies }, { ids }) {
    const { neverTypes, neverProjectIds } = policyOf(await redactionPolicies.current());
    return redactionPolicies.barredAmong(ids, { types: neverTypes, projectIds: neverProjectIds });
  },
});
