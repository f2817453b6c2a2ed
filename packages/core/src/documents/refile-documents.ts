import type { Repositories } from "@besunny/db/database";

import { type DomainEvent, documentChanged } from "../events";
import { accessOf } from "./access";

type Filing = Pick<Repositories, "documents"> & {
  workspaceId: string;
  emit: (event: DomainEvent) => void;
};

/** Writes anew who may see the documents, within the command that changed it. */
export async function refileDocuments(
  { documents, workspaceId, emit }: Filing,
  ids: readonly string[],
): Promise<void> {
  for (const document of await documents.findMany(ids)) {
    await documents.update(document.id, { access: accessOf(document) });
    emit(documentChanged.of({ workspaceId, documentId: document.id }));
  }
}
