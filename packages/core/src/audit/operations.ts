import { getDocumentHistory } from "./get-document-history";
import { getProjectHistory } from "./get-project-history";
import { listAuditEntries } from "./list-audit-entries";

/** Every operation of the slice. */
export const auditOperations = [getDocumentHistory, getProjectHistory, listAuditEntries] as const;
