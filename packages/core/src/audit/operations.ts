import { readLinks } from "./chain/read-links";
import { verifyLog } from "./chain/verify-log";
import { getDocumentHistory } from "./get-document-history";
import { getProjectHistory } from "./get-project-history";
import { listAuditEntries } from "./list-audit-entries";

/** Every operation of the slice. */
export const auditOperations = [
  getDocumentHistory,
  getProjectHistory,
  listAuditEntries,
  readLinks,
  verifyLog,
] as const;
