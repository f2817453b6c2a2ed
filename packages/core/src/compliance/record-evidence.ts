import { z } from "zod";
import { command } from "../operation/command";

/** Records that a pack of evidence was made, with the hash of its manifest. */
export const recordEvidence = command("compliance.record-evidence", {
  title: "Download a pack of evidence",
  permission: "audit.read",
  input: z.object({ sha256: z.string().length(64) }),
  output: z.object({ id: z.string() }),
  doors: [],

  handle: async ({ workspaceId }) => ({ id: workspaceId }),
});
