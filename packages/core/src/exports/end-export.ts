import { z } from "zod";
import { notFound } from "../errors";
import { exportId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Records that an archive is removed. One that is being made stops. */
export const endExport = command("exports.end-export", {
  title: "Record that an export is removed",
  permission: "workspace.export",
  input: z.object({ id: exportId }),
  output: nothing,
  doors: [],
  cost: 0,

  async handle({ exports, clock, changed }, { id }) {
    const { state, endedAt } = (await exports.find(id)) ?? notFound("Export", id);
    if (state === "removed") return;
    await exports.change(id, { state: "removed", endedAt: endedAt ?? clock() });
    changed({ subject: id, before: { state }, after: { state: "removed" } });
  },
});
