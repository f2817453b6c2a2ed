import { z } from "zod";
import { flow } from "../../operation/flow";
import { keepAnchor } from "../contract/chain/anchors";
import { findEnd } from "./find-end";

/**
 * Signs the end of the audit log and keeps it outside of the database: with the files, and where else the operator wants it. A chain alone does not show
 * that its end was cut off. The same end is kept once.
 */
export const anchorLog = flow("audit.anchor-log", {
  title: "Keep the end of the audit log outside of the database",
  permission: "audit.anchor",
  input: z.object({}),
  output: z.object({ isNew: z.boolean() }),
  doors: [],
  uses: ["files", "anchorPlaces", "signer"],
  audit: { notAudited: "An entry for each anchor would make each anchor need another." },

  async handle({ caller, files, anchorPlaces, signer, workspaceId }) {
    const end = await findEnd(caller, {});
    if (!end) return { isNew: false };
    const { seq, hash, at } = end;
    const tools = { files, anchorPlaces, signer };
    return {
      isNew: await keepAnchor(tools, { workspaceId, seq, hash, at: at.toISOString() }),
    };
  },
});
