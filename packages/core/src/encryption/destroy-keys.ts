import { z } from "zod";

import { flow } from "../operation/flow";
import { count } from "../shapes";

/**
 * Destroys every version of the workspace's key: nothing opens its files after that, in copies of them neither. Other processes forget a key within
 * a minute. A second call destroys nothing more.
 */
export const destroyKeys = flow("encryption.destroy-keys", {
  title: "Destroy the encryption keys of a workspace",
  permission: "encryption.destroy",
  input: z.object({}),
  output: z.object({ workspaceId: z.string(), versions: z.array(count) }),
  doors: [],
  uses: ["keyTree"],
  audit: { subjects: (done) => [done.workspaceId] },

  handle: async ({ keyTree, workspaceId }) => ({
    workspaceId,
    ...(await keyTree.destroy(workspaceId)),
  }),
});
