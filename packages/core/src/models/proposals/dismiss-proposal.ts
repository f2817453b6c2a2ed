import { z } from "zod";

import { documentIds } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";

/** Keeps documents from proposing a type again. */
export const dismissProposal = command("models.dismiss-proposal", {
  title: "Dismiss a proposed type",
  permission: "type.manage",
  input: z.object({ ids: documentIds }),
  output: ofIds,
  doors: ["web"],

  async handle({ documents, taughtLabels, actor, changed }, { ids: wanted }) {
    const ids = (await documents.findMany(wanted)).map(({ id }) => id);
    await taughtLabels.leaveUnproposed(ids, actor.kind === "user" ? actor.id : null);
    for (const subject of ids)
      changed({ subject, before: { proposes: true }, after: { proposes: false } });
    return { ids };
  },
});
