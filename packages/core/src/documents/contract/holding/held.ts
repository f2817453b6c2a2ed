import type { Repositories } from "@besunny/db/database";
import type { HeldBy } from "@besunny/db/privacy/legal-holds";
import type { Actor } from "../../../access/actor";
import { may } from "../../../access/policy";
import type { Clock } from "../../../context";
import { conflict } from "../../../errors";
import { MOST_DOCUMENTS_AT_ONCE } from "../../../ids";
import { toRepositoryFilter } from "../document-filter";

type Tools = Pick<Repositories, "documents" | "legalHolds"> & { actor: Actor; clock: Clock };

/** Returns the documents that match the query of a hold, in the trash and out of it; among `ids` if they are given. */
export async function matchingHold(
  { documents, actor, clock }: Omit<Tools, "legalHolds">,
  query: string,
  ids?: readonly string[],
): Promise<string[]> {
  const asking = { actor, now: clock(), isInText: true };
  const among = ids ? [{ kind: "ids" as const, ids }] : [];
  const found = [];
  for (const trashed of [false, true]) {
    const wanted = toRepositoryFilter({ q: query, trashed }, asking);
    const conditions = [...(wanted.conditions ?? []), ...among];
    found.push(...(await documents.listIds({ ...wanted, conditions }, MOST_DOCUMENTS_AT_ONCE)));
  }
  return found;
}

/** Returns the holds in force on these documents. A document that matches the query of a hold is held from then on. */
export async function heldAmong(tools: Tools, ids: readonly string[]): Promise<HeldBy[]> {
  const { legalHolds, clock } = tools;
  for (const { id, query } of await legalHolds.listInForce(clock()))
    if (query !== null) await legalHolds.addMany(id, await matchingHold(tools, query, ids));
  return legalHolds.heldAmong(ids, clock());
}

/** Throws `CONFLICT`. It names the holds to owners and admins alone. */
export function refuseHeld({ actor }: { actor: Actor }, held: readonly HeldBy[]): void {
  if (held.length === 0) return;
  const names = [...new Set(held.map(({ name }) => `“${name}”`))];
  const documents = new Set(held.map(({ documentId }) => documentId)).size;
  const what =
    documents === 1 ? "One of these documents is" : `${documents} of these documents are`;
  const by = !may(actor, "privacy.manage")
    ? "a hold"
    : `${names.length === 1 ? "the hold" : "the holds"} ${names.join(", ")}`;
  conflict(
    `${what} kept by ${by}`,
    "A held document cannot be deleted. Owners and admins can release a hold in the settings, under Holds.",
  );
}
