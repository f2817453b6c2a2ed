import { z } from "zod";

import { personOf } from "../../access/person-of";
import { documentId } from "../../ids";
import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { count } from "../../shapes";
import { peopleOf } from "../contract/owner";

/** Adds a notice for each of these people who sees the document now, once for a key. Returns how many people see it. */
export const tellPeople = command("automations.tell-people", {
  title: "Notify people about a document",
  permission: "automation.manage",
  input: z.object({
    documentId,
    to: z.array(z.string()).max(10_000),
    message: z.string(),
    key: z.string().max(300),
  }),
  output: z.object({ told: count }),
  doors: [],

  async handle(tools, { documentId: id, to, message, key }) {
    const { documents, actor, clock, changed } = tools;
    const document = await documents.find(id);
    if (!document) return { told: 0 };
    const people = await peopleOf(tools);
    const seeing = to.filter((userId) =>
      people.get(userId)?.principals.some((each) => document.access.includes(each)),
    );
    const createdAt = clock();
    const { id: byId } = personOf(actor);
    await tell(
      tools,
      seeing.map((userId) => ({
        userId,
        kind: "told" as const,
        documentId: id,
        byId,
        words: message,
        key: `told:${key}`,
        createdAt,
      })),
    );
    changed({ subject: id, before: { told: [] }, after: { told: seeing } });
    return { told: seeing.length };
  },
});
