import { anchorLog } from "./chain/anchor-log";
import { findEnd } from "./chain/find-end";
import { readLinks } from "./chain/read-links";
import { verifyLog } from "./chain/verify-log";
import { eraseWords } from "./erase-words";
import { getDocumentHistory } from "./get-document-history";
import { getProjectHistory } from "./get-project-history";
import { exportLog } from "./leaving/export-log";
import { recordLogExport } from "./leaving/record-log-export";
import { listAuditEntries } from "./list-audit-entries";
import { addWatch } from "./watches/add-watch";
import { changeWatch } from "./watches/change-watch";
import { checkWatches } from "./watches/check-watches";
import { listWatches } from "./watches/list-watches";
import { removeWatch } from "./watches/remove-watch";

/** Every operation of the slice. */
export const auditOperations = [
  addWatch,
  anchorLog,
  changeWatch,
  checkWatches,
  eraseWords,
  exportLog,
  findEnd,
  getDocumentHistory,
  getProjectHistory,
  listAuditEntries,
  listWatches,
  readLinks,
  recordLogExport,
  removeWatch,
  verifyLog,
] as const;
