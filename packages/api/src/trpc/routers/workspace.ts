import { listAuditEntries } from "@besunny/core/audit/list-audit-entries";
import { getDiskState } from "@besunny/core/disk/get-disk-state";
import { getWorkspace } from "@besunny/core/workspaces/get-workspace";
import { renameWorkspace } from "@besunny/core/workspaces/rename-workspace";

import { router } from "../init";
import { mutation, query } from "../operations";

export const workspaceRouter = router({
  get: query(getWorkspace),
  disk: query(getDiskState),
  rename: mutation(renameWorkspace),
  audit: query(listAuditEntries),
});
