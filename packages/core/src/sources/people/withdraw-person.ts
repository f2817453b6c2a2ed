import { z } from "zod";

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

  async handle({ sourcePeople, workspaceId, emit, changed }, { connectionId: id, address }) {
    const userId = (await sourcePeople.withdraw(id, address)) ?? notFound("Address", address);
    emit(sourcePeopleChanged.of({ workspaceId, sourceId: null, after: null }));
    changed({ subject: userId, before: { address }, after: { address: null } });
  },
});
