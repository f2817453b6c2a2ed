import { z } from "zod";
import { flow } from "../../operation/flow";
import { keepAnchor } from "./anchors";
import { findEnd } from "./find-end";

/**
 * Signs the end of the audit log and keeps it with the files, outside of the database. A chain alone does not show that its end was cut off. The same end
 * is kept once.
 */
export const anchorLog = flow("audit.anchor-log", {
  title: "Keep the end of the audit log outside of the database",
  permission: "audit.anchor",
  input: z.object({}),
  output: z.object({ isNew: z.boolean() }),
  doors: [],
  uses: ["files", "signer"],
  audit: { notAudited: "An entry for each anchor would make each anchor need another." },

  async handle({ caller, files, signer, workspaceId }) {
    const end = await findEnd(caller, {});
    if (!end) return { isNew: false };
    const { seq, hash, at } = end;
    const isNew = await keepAnchor(
      { files, signer },
      { workspaceId, seq, hash, at: at.toISOString() },
    );
    return { isNew };
  },
});
