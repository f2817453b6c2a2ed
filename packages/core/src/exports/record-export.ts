import { z } from "zod";
import { notFound } from "../errors";
import { exportId } from "../ids";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { count, nothing } from "../shapes";
import { EXPORT_DAYS } from "./contract/export";

const DAY_MS = 86_400_000;

/** Records that an archive is ready, until it expires, and tells who asked for it. */
export const recordExport = command("exports.record-export", {
  title: "Record that an export is ready",
  permission: "workspace.pack",
  input: z.object({
    id: exportId,
    parts: count,
    bytes: count,
    documents: count,
    sha256: z.string(),
  }),
  output: nothing,
  doors: [],

  async handle(tools, { id, ...made }) {
    const { exports, clock, changed } = tools;
    const { state, askedById } = (await exports.find(id)) ?? notFound("Export", id);
    if (state !== "working") return;
    const now = clock();
    const expiresAt = new Date(now.getTime() + EXPORT_DAYS * DAY_MS);
    await exports.change(id, { ...made, state: "ready", endedAt: now, expiresAt });
    changed({ subject: id, before: { state }, after: { state: "ready", sha256: made.sha256 } });
    if (askedById)
      await tell(tools, [
        { userId: askedById, kind: "export", key: `export:${id}`, createdAt: now },
      ]);
  },
});
