import { z } from "zod";

import { viewerOf } from "../../connections/contract/viewer-of";
import { notFound } from "../../errors";
import { sourcePeopleChanged } from "../../events";
import { connectionId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Says that an address at a source is this member: they see from then on what the address sees there. */
export const confirmPerson = command("sources.confirm-person", {
  title: "Confirm whose address it is at a source",
  permission: "source.manageAll",
  input: z.object({
    connectionId,
    address: z.string().trim().toLowerCase().pipe(z.email()),
    userId: z.string(),
  }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { connectionId: id, address, userId }) {
    const { connections, sourcePeople, members, actor, clock, workspaceId, emit, changed } = tools;
    if (!(await connections.find(id, viewerOf(actor)))) notFound("Connection", id);
    if (!(await members.find(userId))) notFound("Member", userId);
    await sourcePeople.confirm({
      ...{ connectionId: id, address, userId, provenBy: "admin", at: clock() },
      confirmedById: actor.kind === "user" ? actor.id : null,
    });
    emit(sourcePeopleChanged.of({ workspaceId, sourceId: null, after: null }));
    changed({ subject: userId, before: { address: null }, after: { address } });
  },
});
