import type { Document } from "@besunny/db/workspace/documents/document-row";

import { documentChanged } from "../../events";
import type { CommandTools } from "../../operation/command";
import { datedOn, factsOf } from "../../understanding/contract/facts-of";
import { findSaid, withSaid } from "../../understanding/contract/said-facts";
import { Statements } from "../../understanding/contract/statements";

/** Returns the facts of a document that apply now. */
export async function shownFacts(
  { labels, classificationResults }: Pick<CommandTools, "labels" | "classificationResults">,
  id: string,
): Promise<ReturnType<typeof withSaid>> {
  const result = await classificationResults.latest(id);
  const found = result ? Statements.parse(result.statements).facts : [];
  return withSaid(found, await findSaid(labels, id));
}

/** Writes the facts that apply now as rows, and the day that they give the document. */
export async function applyFacts(tools: CommandTools, document: Document): Promise<void> {
  const { documents, documentFacts, workspaceId, emit } = tools;
  const facts = await shownFacts(tools, document.id);
  await documentFacts.replace(document.id, factsOf({ facts }));
  await documents.update(document.id, { datedOn: datedOn({ facts }) ?? document.createdAt });
  emit(documentChanged.of({ workspaceId, documentId: document.id }));
}
