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

/** Every operation of the slice. */
export const auditOperations = [
  anchorLog,
  eraseWords,
  exportLog,
  findEnd,
  getDocumentHistory,
  getProjectHistory,
  listAuditEntries,
  readLinks,
  recordLogExport,
  verifyLog,
] as const;
