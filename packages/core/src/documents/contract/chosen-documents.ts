import type { Repositories } from "@besunny/db/database";
import type { z } from "zod";

import type { Action } from "../../access/actions";
import type { Actor } from "../../access/actor";
import { mayDo, mustBeAllowed } from "../../access/rights";
import type { Clock } from "../../context";
import { invalidInput } from "../../errors";
import { documentIds, MOST_DOCUMENTS_AT_ONCE, manyDocumentIds } from "../../ids";
import { documentFilter, toRepositoryFilter } from "./document-filter";

/** All documents that match a filter, but a few. */
export const matchingDocuments = documentFilter
  .omit({ trashed: true })
  .extend({ except: documentIds.optional() });

/** Documents by their ids, or all that match a filter. */
export const chosenDocuments = {
  ids: manyDocumentIds.optional(),
  matching: matchingDocuments.optional(),
};

/** Returns whether a choice names documents in one of the two ways, as the refinement of an input. */
export function isOneChoice({ ids, matching }: Choice): boolean {
  return (ids === undefined) !== (matching === undefined);
}

export const oneChoice = { message: "Give either ids or what they match" };

type Choice = {
  ids?: readonly string[] | undefined;
  matching?: z.output<typeof matchingDocuments> | undefined;
};
type Tools = Pick<Repositories, "documents"> & { actor: Actor; clock: Clock };

/** Returns the ids of the chosen documents. Throws `INVALID_INPUT` if too many match. */
export async function chosenIds(
  { documents, actor, clock }: Tools,
  { ids, matching }: Choice,
): Promise<string[]> {
  if (!matching) return [...(ids ?? [])];
  const { except = [], ...filter } = matching;
  const wanted = toRepositoryFilter(filter, { actor, now: clock() });
  const others = { kind: "not" as const, of: { kind: "ids" as const, ids: except } };
  const found = await documents.listIds(
    { ...wanted, conditions: [...(wanted.conditions ?? []), others] },
    MOST_DOCUMENTS_AT_ONCE + 1,
  );
  if (found.length > MOST_DOCUMENTS_AT_ONCE)
    invalidInput(
      `At most ${MOST_DOCUMENTS_AT_ONCE} documents are changed at once: narrow the filter`,
    );
  return found;
}

/**
 * Returns those of the chosen documents that the actor sees and may change. Of documents chosen by their ids one that may only be read
 * refuses all; of those that match a filter it is left out.
 */
export async function changeableAmong(
  { documents, actor }: Tools,
  ids: readonly string[],
  { matching }: Choice,
  action: Action,
): Promise<Awaited<ReturnType<Repositories["documents"]["findMany"]>>> {
  const found = ids.length === 0 ? [] : await documents.findMany(ids);
  if (matching) return found.filter((document) => mayDo(actor, action, document));
  mustBeAllowed(actor, action, found);
  return found;
}
