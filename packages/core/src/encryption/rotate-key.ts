import { z } from "zod";

import { flow } from "../operation/flow";
import { count } from "../shapes";

/**
 * Makes the next version of the workspace's key. Files that are written from now on have it; the others are encrypted with it in the background, and
 * open meanwhile. Throws `CONFLICT` if somebody else has just done so.
 */
export const rotateKey = flow("encryption.rotate-key", {
  title: "Rotate the encryption key of a workspace",
  permission: "encryption.manage",
  input: z.object({}),
  output: z.object({ workspaceId: z.string(), version: count }),
  doors: ["web"],
  stepUp: true,
  uses: ["keyTree"],
  audit: { subjects: (done) => [done.workspaceId] },

  handle: async ({ keyTree, workspaceId }) => ({
    workspaceId,
    ...(await keyTree.rotate(workspaceId)),
  }),
});
