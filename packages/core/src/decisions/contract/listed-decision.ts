import type { Repositories } from "@besunny/db/database";
import type { StoredDecision } from "@besunny/db/meetings/decisions";
import { z } from "zod";
import type { Actor } from "../../access/actor";
import { may } from "../../access/policy";
import { mayDo } from "../../access/rights";
import { Decision, decisionsFor } from "../../meetings/contract/decision";

/** A decision for a list, with whether the caller may change it. */
export const ListedDecision = Decision.extend({ mayChange: z.boolean() });

/** Returns stored decisions as the actor sees them. People who may correct the transcript may change them. */
export async function listedDecisions(
  tools: Pick<Repositories, "meetings" | "documents"> & { actor: Actor },
  stored: readonly StoredDecision[],
): Promise<z.infer<typeof ListedDecision>[]> {
  const { documents, actor } = tools;
  const isCorrector = may(actor, "document.correct");
  const ids = [...new Set(stored.map(({ documentId }) => documentId))];
  const changeable = new Set(
    (await documents.findMany(ids))
      .filter((document) => isCorrector && mayDo(actor, "document.correct", document))
      .map(({ id }) => id),
  );
  return (await decisionsFor(tools, stored)).map((each) => ({
    ...each,
    mayChange: changeable.has(each.documentId),
  }));
}
