import { z } from "zod";
import { exportId } from "../ids";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { nothing } from "../shapes";

/** Ends an export that failed at its last try, with a reason, and tells who asked for it. */
export const failExport = command("exports.fail-export", {
  title: "End an export that failed",
  permission: "workspace.pack",
  input: z.object({ id: exportId, problem: z.string().max(500) }),
  output: nothing,
  doors: ["job"],

  async handle(tools, { id, problem }) {
    const { exports, clock, changed } = tools;
    const found = await exports.find(id);
    if (found?.state !== "working") return;
    const now = clock();
    await exports.change(id, { state: "failed", problem, endedAt: now });
    changed({ subject: id, before: { state: "working" }, after: { state: "failed" } });
    if (found.askedById)
      await tell(tools, [
        { userId: found.askedById, kind: "export", key: `export:${id}`, createdAt: now },
      ]);
  },
});
