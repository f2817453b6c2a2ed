import { getEntity } from "@besunny/core/entities/get-entity";
import { listDocumentEntities } from "@besunny/core/entities/list-document-entities";
import { listEntities } from "@besunny/core/entities/list-entities";
import { listEntityDocuments } from "@besunny/core/entities/list-entity-documents";
import { mergeEntities } from "@besunny/core/entities/merge-entities";
import { splitEntity } from "@besunny/core/entities/split-entity";

import { router } from "../init";
import { mutation, query } from "../operations";

export const entitiesRouter = router({
  list: query(listEntities),
  get: query(getEntity),
  documents: query(listEntityDocuments),
  ofDocument: query(listDocumentEntities),
  merge: mutation(mergeEntities),
  split: mutation(splitEntity),
});
