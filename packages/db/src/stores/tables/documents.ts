import {
  cleared,
  idAlone,
  inWorkspace,
  kept,
  ofDocument,
  type Store,
  takenOut,
  theirs,
  theirsById,
  theirsCleared,
} from "../store";

/** Documents, and all that is known of each. */
export const documentTables = {
  Document: ofDocument({
    table: "documents",
    holds: "documents with title, file name and state",
    documents: { id: "delete", parent_id: "clear" },
    people: { uploaded_by_id: theirsCleared, access: takenOut, grantees: takenOut },
  }),
  DocumentVersion: ofDocument({
    table: "document_versions",
    holds: "versions of files",
    people: { created_by_id: theirsCleared },
  }),
  DocumentProject: ofDocument({ table: "document_projects", holds: "projects of documents" }),
  DocumentTag: ofDocument({ table: "document_tags", holds: "tags on documents" }),
  CustomFieldValue: ofDocument({ table: "custom_field_values", holds: "values of own fields" }),
  DocumentMail: ofDocument({ table: "document_mails", holds: "senders and threads of mails" }),
  DocumentLink: ofDocument({
    table: "document_links",
    holds: "public links to documents",
    people: { created_by_id: theirsCleared },
    secrets: ["token_hash"],
  }),
  DocumentComment: ofDocument({
    table: "document_comments",
    holds: "comments on documents",
    people: { author_id: theirs, mentioned_ids: takenOut },
  }),
  PageText: ofDocument({ table: "page_texts", holds: "texts of pages" }),
  Passage: ofDocument({ table: "passages", holds: "passages for search" }),
  ClassificationResult: ofDocument({
    table: "classification_results",
    holds: "what models understood",
  }),
  EntityMention: ofDocument({
    table: "entity_mentions",
    holds: "people, organisations and places that documents name",
  }),
  DocumentFact: ofDocument({ table: "document_facts", holds: "facts of documents" }),
  DocumentLikeness: ofDocument({
    table: "document_likeness",
    holds: "numbers by which similar texts are found",
  }),
  DocumentFeatures: ofDocument({
    table: "document_features",
    holds: "numbers that documents are compared by, with an excerpt",
  }),
  FeatureValues: ofDocument({ table: "feature_values", holds: "measures of documents" }),
  DataIssue: ofDocument({
    table: "data_issues",
    holds: "what is wrong with the data of documents",
    people: { decided_by_id: cleared },
  }),
  DocumentCleaning: ofDocument({
    table: "document_cleanings",
    holds: "how documents are read other than their files say",
    people: { made_by_id: cleared, undone_by_id: cleared },
  }),
  Label: ofDocument({
    table: "labels",
    holds: "what people said of documents",
    people: { by_id: theirsById },
  }),
  UnproposedDocument: ofDocument({
    table: "unproposed_documents",
    holds: "documents that propose no type",
    people: { by_id: cleared },
  }),
  Run: ofDocument({ table: "runs", holds: "processing of documents" }),
  RunStep: inWorkspace({ table: "run_steps", holds: "stages of processing" }),
  Batch: inWorkspace({
    table: "batches",
    holds: "sets of documents that are followed as one",
    people: { created_by_id: theirsCleared },
  }),
  BatchItem: inWorkspace({
    table: "batch_items",
    holds: "files of batches, by their names",
    documents: { document_id: "clear" },
  }),
  DeletionCheck: ofDocument({
    table: "deletion_checks",
    holds: "phrases of deleted documents that are looked for",
    workspace: {
      export: kept("It holds words of deleted documents, until nothing of them is found."),
      erase: "rows",
    },
    documents: { document_id: kept("It goes once no store holds its phrases.") },
    held: "never",
  }),
  Entity: inWorkspace({
    table: "entities",
    holds: "keys of people, organisations and places; they go with their last mention",
  }),
  Project: inWorkspace({
    table: "projects",
    holds: "projects",
    people: { created_by_id: cleared },
  }),
  Group: inWorkspace({ table: "groups", holds: "groups of people" }),
  Tag: inWorkspace({ table: "tags", holds: "tags", people: { created_by_id: cleared } }),
  CustomField: inWorkspace({ table: "custom_fields", holds: "own fields" }),
  CustomFieldOption: inWorkspace({ table: "custom_field_options", holds: "values of lists" }),
  DocumentType: inWorkspace({
    table: "document_types",
    holds: "own types",
    people: { created_by_id: cleared },
  }),
  CardField: inWorkspace({ table: "card_fields", holds: "changed fields of types" }),
  Happening: inWorkspace({
    table: "happenings",
    holds: "public events, ids alone",
    documents: { document_id: "delete" },
  }),
  OutboxEvent: inWorkspace({
    table: "outbox",
    holds: "events that wait or were relayed, ids alone",
    workspace: {
      export: kept("It holds ids of events, which go within days of being relayed."),
      erase: "rows",
    },
  }),
  ModelCall: inWorkspace({
    table: "model_calls",
    holds: "calls to outside models: which, when and for how much, without their texts",
    documents: { document_id: "clear" },
    people: { user_id: cleared, api_key_id: idAlone },
  }),
} satisfies Partial<Record<string, Store>>;
