import { z } from "zod";

import { personOf } from "../../access/person-of";
import { mustBeAllowed } from "../../access/rights";
import { announceAction } from "../../actions/contract/announce";
import { ownerColumns } from "../../actions/contract/owner";
import { atDay } from "../../actions/contract/today";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { idIn } from "../../shapes";
import { tokenHash } from "../../token-hash";

/** Returns the id of the action that a step of a run writes: the same in every try. */
export function idOfAction(key: string): string {
  return `act_${tokenHash(key).slice(0, 32)}`;
}

/** Writes an action of a document, once for a key. */
export const makeAction = command("automations.make-action", {
  title: "Write an action of a document",
  permission: "document.correct",
  input: z.object({
    documentId,
    meetingId: z.string().nullable(),
    text: z.string().min(1).max(2_000),
    ownerId: z.string().nullable(),
    dueOn: z.iso.date().nullable(),
    key: z.string().max(300),
  }),
  output: z.object({ id: idIn("act") }),
  doors: [],

  async handle(tools, { documentId: of, meetingId, text, ownerId, dueOn, key }) {
    const { actionItems, documents, actor, clock } = tools;
    const document = (await documents.find(of)) ?? notFound("Document", of);
    mustBeAllowed(actor, "document.correct", [document]);
    const { id: createdBy } = personOf(actor);
    const given = ownerId === null ? null : { userId: ownerId };
    const place = { documentId: of, project: null, createdBy, keptFor: [] };
    const owner = await ownerColumns(tools, given, place);
    const now = clock();
    const id = idOfAction(key);
    const isNew = await actionItems.createOnce(id, {
      text,
      state: "open",
      ...owner,
      dueOn: dueOn === null ? null : atDay(dueOn),
      meetingId,
      documentId: of,
      createdBy,
      confirmedBy: createdBy,
      confirmedAt: now,
      isCorrected: true,
    });
    if (isNew)
      announceAction(tools, { id, documentId: of }, { before: {}, after: { text }, state: "open" });
    return { id };
  },
});
