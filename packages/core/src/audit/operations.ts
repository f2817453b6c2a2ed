import { anchorLog } from "./chain/anchor-log";
import { findEnd } from "./chain/find-end";
import { readLinks } from "./chain/read-links";
import { verifyLog } from "./chain/verify-log";
import { getDocumentHistory } from "./get-document-history";
import { getProjectHistory } from "./get-project-history";
import { listAuditEntries } from "./list-audit-entries";

/** Every operation of the slice. */
export const auditOperations = [
  anchorLog,
  findEnd,
  getDocumentHistory,
  getProjectHistory,
  listAuditEntries,
  readLinks,
  verifyLog,
] as const;
