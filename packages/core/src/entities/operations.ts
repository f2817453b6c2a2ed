import { getEntity } from "./get-entity";
import { listDocumentEntities } from "./list-document-entities";
import { listEntities } from "./list-entities";
import { listEntityDocuments } from "./list-entity-documents";
import { mergeEntities } from "./merge-entities";
import { splitEntity } from "./split-entity";

/** Every operation of the slice. */
export const entitiesOperations = [
  getEntity,
  listDocumentEntities,
  listEntities,
  listEntityDocuments,
  mergeEntities,
  splitEntity,
] as const;
