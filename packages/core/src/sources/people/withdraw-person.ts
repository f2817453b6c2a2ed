import { z } from "zod";

import { mustFindConnection } from "../../connections/contract/must-find";
import { notFound } from "../../errors";
import { sourcePeopleChanged } from "../../events";
import { connectionId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Takes back whose address it is at a source: the member sees no longer what the address sees there. */
export const withdrawPerson = command("sources.withdraw-person", {
  title: "Take back whose address it is at a source",
  permission: "source.manageAll",
  input: z.object({ connectionId, address: z.string().trim().toLowerCase() }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { connectionId: id, address }) {
    const { sourcePeople, workspaceId, emit, changed } = tools;
    await mustFindConnection(tools, id);
    const userId = (await sourcePeople.withdraw(id, address)) ?? notFound("Address", address);
    emit(sourcePeopleChanged.of({ workspaceId, sourceId: null, after: null }));
    changed({ subject: userId, before: { address }, after: { address: null } });
  },
});
