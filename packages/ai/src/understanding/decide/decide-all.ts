import type { DecidedDocument, DecideInput, HeadBytes, KeptDocument } from "../../ai";
import { askHead } from "../../heads/ask-head";
import { type Head, readHead } from "../../heads/head-file";
import { decideTypes } from "./decide-types";

/** Decides document by document, each in its turn, so that people who wait go first. Throws if an artefact is no model. */
export async function decideAll(
  { documents, taxonomy, releases }: DecideInput,
  inTurn: <Result>(step: () => Promise<Result>) => Promise<Result>,
): Promise<DecidedDocument[]> {
  const asked = releases.map(({ rules, heads }) => ({ rules, askHead: askingOf(heads) }));
  const decided: DecidedDocument[] = [];
  for (const document of documents)
    decided.push(
      await inTurn(async () => {
        const startedAt = performance.now();
        const decisions = decideTypes(document, taxonomy, asked);
        return {
          documentId: document.documentId,
          decisions,
          tookMs: performance.now() - startedAt,
        };
      }),
    );
  return decided;
}

/** The model of a project is asked about the documents of that project, else the one of the workspace. */
function askingOf(heads: readonly HeadBytes[]) {
  const read = heads.map(({ projectId, bytes }): { projectId: string | null; head: Head } => ({
    projectId,
    head: readHead(bytes),
  }));
  return ({ text, features, projectIds }: KeptDocument) => {
    const own = read.find(({ projectId }) => projectId !== null && projectIds.includes(projectId));
    const { head } = own ?? read.find(({ projectId }) => projectId === null) ?? {};
    return head ? askHead(head, text, features) : null;
  };
}
