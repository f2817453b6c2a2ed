import type { CommandTools } from "../../../operation/command";
import { restrictDocuments } from "./restrict-documents";
import { patternOf, Subject } from "./subject";

/** Restricts a document whose text was just read, if it names a person whose data is restricted. Returns whether it did. */
export async function restrictNamed(tools: CommandTools, documentId: string): Promise<boolean> {
  for (const { id, subject } of await tools.restrictions.listInForce()) {
    const pattern = patternOf(Subject.parse(subject));
    if (pattern === "" || !(await tools.restrictions.names(documentId, pattern))) continue;
    await restrictDocuments(tools, id, [documentId]);
    return true;
  }
  return false;
}
