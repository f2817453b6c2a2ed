import { getDocumentHistory } from "./get-document-history";
import { listAuditEntries } from "./list-audit-entries";

/** Every operation of the slice. */
export const auditOperations = [getDocumentHistory, listAuditEntries] as const;
