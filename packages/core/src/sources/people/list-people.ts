import { z } from "zod";

import { viewerOf } from "../../connections/contract/viewer-of";
import { notFound } from "../../errors";
import { connectionId } from "../../ids";
import { query } from "../../operation/query";
import { idIn } from "../../shapes";

const MOST = 1000;
export const proofs = ["oauth", "sso", "admin"] as const;
const Named = z.object({ id: idIn("usr"), name: z.string() });

/** Lists the addresses at a source with the members who have proven them. Members who signed up with an address are suggested, and see nothing by it. */
export const listPeople = query("sources.list-people", {
  title: "List the people of a source",
  permission: "source.manageAll",
  input: z.object({ connectionId }),
  output: z.object({
    items: z.array(
      z.object({
        address: z.string(),
        members: z.array(Named.extend({ provenBy: z.enum(proofs) })),
        suggested: z.array(Named),
      }),
    ),
  }),
  doors: ["web"],

  async handle({ connections, sourcePeople, members, actor }, { connectionId: id }) {
    if (!(await connections.find(id, viewerOf(actor)))) notFound("Connection", id);
    const named = await sourcePeople.listNamed(id, MOST);
    const proven = await sourcePeople.listProven(id);
    const ids = [
      ...proven.map(({ userId }) => userId),
      ...named.flatMap((each) => each.suggestedIds ?? []),
    ];
    const people = await members.listPeople(ids);
    const nameOf = (userId: string) => people.find((each) => each.id === userId)?.name ?? "";
    return {
      items: named.map(({ address, suggestedIds }) => {
        const own = proven.filter((each) => each.address === address);
        return {
          address,
          members: own.map(({ userId, provenBy }) => ({
            id: userId,
            name: nameOf(userId),
            provenBy: z.enum(proofs).parse(provenBy),
          })),
          suggested: (suggestedIds ?? [])
            .filter((userId) => own.every((each) => each.userId !== userId))
            .map((userId) => ({ id: userId, name: nameOf(userId) })),
        };
      }),
    };
  },
});
