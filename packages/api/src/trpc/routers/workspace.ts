import { verifyLog } from "@besunny/core/audit/chain/verify-log";
import { listAuditEntries } from "@besunny/core/audit/list-audit-entries";
import { addWatch } from "@besunny/core/audit/watches/add-watch";
import { changeWatch } from "@besunny/core/audit/watches/change-watch";
import { listWatches } from "@besunny/core/audit/watches/list-watches";
import { removeWatch } from "@besunny/core/audit/watches/remove-watch";
import { getDiskState } from "@besunny/core/disk/get-disk-state";
import { getWorkspace } from "@besunny/core/workspaces/get-workspace";
import { listFeatures } from "@besunny/core/workspaces/list-features";
import { renameWorkspace } from "@besunny/core/workspaces/rename-workspace";

import { router, workspaceProcedure } from "../init";
import { operationTitles } from "../operation-titles";
import { mutation, query } from "../operations";

export const workspaceRouter = router({
  get: query(getWorkspace),
  disk: query(getDiskState),
  features: query(listFeatures),
  rename: mutation(renameWorkspace),
  audit: query(listAuditEntries),
  verifyAudit: query(verifyLog),
  watches: query(listWatches),
  addWatch: mutation(addWatch),
  changeWatch: mutation(changeWatch),
  removeWatch: mutation(removeWatch),

  /** The words for what rows of the audit log and of a document's history name. */
  operations: workspaceProcedure.query(({ ctx }) =>
    operationTitles(["workspace", "identity"], ctx.tell),
  ),
});
