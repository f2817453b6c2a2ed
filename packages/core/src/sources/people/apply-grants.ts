import { z } from "zod";

import { changeGrantees } from "../../documents/contract/taking/change-grantees";
import { sourceId } from "../../ids";
import type { CommandTools } from "../../operation/command";
import { command } from "../../operation/command";
import { type People, resolveGrants } from "./resolve-grants";

const PAGE = 500;
const Place = z.object({ sourceId: z.string(), externalId: z.string() });
const Grants = z.array(z.object({ kind: z.string(), value: z.string() })).nullable();

/**
 * Writes who sees the documents of a page of items, from the grants at their sources and the proven addresses of members. Returns where the next
 * page begins; null at the end. Running it twice changes nothing.
 */
export const applyGrants = command("sources.apply-grants", {
  title: "Show documents to those who see them at the source",
  permission: "source.sync",
  input: z.object({ sourceId: sourceId.nullable(), after: Place.nullable().default(null) }),
  output: z.object({ ids: z.array(z.string()), next: Place.nullable() }),
  doors: ["job"],

  async handle(tools, of) {
    const items = await tools.sourcePeople.listToGrant(of, PAGE);
    const people = new Map<string, People>();
    const sharings = Map.groupBy(items, (item) => `${item.connectionId} ${item.grantsKey ?? ""}`);
    const changes = [];
    for (const sharing of sharings.values()) {
      const [{ connectionId, grants } = { connectionId: "", grants: null }] = sharing;
      const known = people.get(connectionId) ?? (await peopleOf(tools, connectionId));
      people.set(connectionId, known);
      changes.push({
        visibility: "source" as const,
        grantees: resolveGrants(Grants.parse(grants) ?? [], known),
        documentIds: sharing.map(({ documentId }) => documentId),
      });
    }
    const ids = await changeGrantees(tools, changes);
    const last = items.length === PAGE ? items.at(-1) : undefined;
    return {
      ids,
      next: last ? { sourceId: last.sourceId, externalId: last.externalId } : null,
    };
  },
});

async function peopleOf({ sourcePeople }: CommandTools, connectionId: string): Promise<People> {
  const groups = await sourcePeople.listGroups(connectionId);
  return {
    proven: await sourcePeople.listProven(connectionId),
    groups: new Map(groups.map(({ ref, addresses }) => [ref, addresses])),
  };
}
