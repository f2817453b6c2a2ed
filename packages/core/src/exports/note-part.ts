import { z } from "zod";
import { conflict, notFound } from "../errors";
import { exportId } from "../ids";
import { command } from "../operation/command";
import { count, nothing } from "../shapes";

/** Notes that a part of an archive was written. A part that was noted before changes nothing. Throws `CONFLICT` if the export has ended. */
export const notePart = command("exports.note-part", {
  title: "Note a part of an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId, n: count, bytes: count, documents: count }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The export is recorded when somebody asks for it and when it is ready." },

  async handle({ exports }, { id, n, bytes, documents }) {
    const found = (await exports.find(id)) ?? notFound("Export", id);
    if (found.state !== "working") conflict("The export has ended");
    if (n <= found.parts) return;
    await exports.change(id, {
      parts: n,
      bytes: found.bytes + bytes,
      documents: found.documents + documents,
    });
  },
});
