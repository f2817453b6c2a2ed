import { cleared, idAlone, inWorkspace, kept, ofDocument, type Store } from "../store";

const proves = kept("It proves what was deleted, by ids and hashes alone.");

/** Holds, receipts and requests on privacy. */
export const privacyTables = {
  LegalHold: inWorkspace({
    table: "legal_holds",
    holds: "holds on documents",
    people: {
      user_id: { isTheirs: false, erase: kept("A person who is held is not erased.") },
      created_by_id: cleared,
      released_by_id: cleared,
    },
  }),
  HeldDocument: ofDocument({ table: "held_documents", holds: "documents that are held" }),
  PrivacyRequest: inWorkspace({
    table: "privacy_requests",
    holds: "requests on privacy, with names until they are over",
    workspace: { export: "rows", erase: proves },
    people: { user_id: idAlone, created_by_id: idAlone, confirmed_by_id: idAlone },
  }),
  WorkspaceExport: inWorkspace({
    table: "workspace_exports",
    holds: "archives of everything, until they expire",
    people: { asked_by_id: idAlone },
  }),
  WorkspaceDeparture: inWorkspace({
    table: "workspace_departures",
    holds: "the end of the workspace, with its certificate",
    workspace: { export: "rows", erase: proves },
    people: { asked_by_id: idAlone, taken_back_by_id: idAlone, owner_ids: idAlone },
    secrets: ["token_hash"],
  }),
  Restriction: inWorkspace({
    table: "restrictions",
    holds: "restrictions of processing, with names while they are in force",
    people: { began_by_id: idAlone, lifted_by_id: idAlone },
    secrets: ["subject"],
  }),
  RestrictedDocument: ofDocument({
    table: "restricted_documents",
    holds: "documents whose processing is restricted",
  }),
  ReceiptAddition: inWorkspace({
    table: "receipt_additions",
    holds: "additions to receipts of deletions",
    workspace: { export: "rows", erase: proves },
  }),
  RetentionRule: inWorkspace({
    table: "retention_rules",
    holds: "rules on how long documents are kept",
    people: { created_by_id: cleared },
  }),
  RetentionMark: ofDocument({
    table: "retention_marks",
    holds: "documents that a rule of retention moves to the trash",
  }),
  PrivacyReceipt: inWorkspace({
    table: "privacy_receipts",
    holds: "receipts of deletions",
    workspace: { export: "rows", erase: proves },
  }),
} satisfies Partial<Record<string, Store>>;
