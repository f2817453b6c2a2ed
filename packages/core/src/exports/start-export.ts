import { z } from "zod";
import { actorIdOf } from "../access/actor";
import { conflict } from "../errors";
import { exportAsked } from "../events";
import { command } from "../operation/command";
import { idIn } from "../shapes";

/**
 * Begins to make one archive of everything of the workspace that its owner sees. A job does the work. No quota, no missing payment and no limit of requests
 * refuses it.
 */
export const startExport = command("exports.start-export", {
  title: "Export everything of the workspace",
  permission: "workspace.export",
  input: z.object({}),
  output: z.object({ id: idIn("wex") }),
  doors: ["web", "rest"],
  cost: 0,
  stepUp: true,

  async handle({ exports, exportRows, actor, principals, clock, changed, emit, workspaceId }) {
    await exportRows.open();
    const asked = {
      askedById: actorIdOf(actor),
      seenBy: [...principals],
      createdAt: clock(),
    };
    const id =
      (await exports.begin(asked)) ??
      conflict("An export is being made already", "Wait for the notice that it is ready.");
    changed({ subject: id, before: {}, after: { state: "working" } });
    emit(exportAsked.of({ workspaceId, exportId: id }));
    return { id };
  },
});
