import { assured, text as asText, integer } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** A marked document: its words are in every place where texts of documents are kept. */
export type Canary = { documentId: string; projectId: string; mark: string; storageKey: string };

const marked = rawRows({ store: assured(asText), found: assured(integer) });

/** Plants the marked document of a canary workspace, as if it had been uploaded, read and understood. */
export function canaryRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Counts the rows that this workspace sees with the mark, by table. */
    countMarked: (mark: string): Promise<{ store: string; found: number }[]> =>
      marked(tx)`select store, amount::int as found from rows_with(${mark})`,

    /** Writes its rows. What is there already stays. */
    plant: async ({ documentId, projectId, mark, storageKey }: Canary): Promise<void> => {
      const text = `The ${mark} is kept in this workspace alone.`;
      const fileName = `${mark}.txt`;
      const file = { fileName, size: text.length, contentHash: documentId, storageKey };
      const skipDuplicates = true;
      await tx.project.createMany({
        skipDuplicates,
        data: [{ id: projectId, workspaceId, name: mark }],
      });
      await tx.document.createMany({
        skipDuplicates,
        data: [
          {
            ...file,
            id: documentId,
            workspaceId,
            title: mark,
            mediaType: "text/plain",
            format: "text",
            status: "ready",
            stage: "indexed",
            language: "en",
            pageCount: 1,
            access: ["all", "ws"],
          },
        ],
      });
      await tx.documentVersion.createMany({
        skipDuplicates,
        data: [
          { ...file, id: documentId.replace("doc_", "ver_"), workspaceId, documentId, number: 1 },
        ],
      });
      const page = { workspaceId, documentId, number: 1, kind: "flow", width: 595, height: 842 };
      await tx.pageText.createMany({ skipDuplicates, data: [{ ...page, text, quality: 1 }] });
      await tx.passage.createMany({
        skipDuplicates,
        data: [
          {
            workspaceId,
            documentId,
            number: 0,
            text,
            start: 0,
            end: text.length,
            page: 1,
            at: { block: "b1" },
          },
        ],
      });
      await tx.documentFact.createMany({
        skipDuplicates,
        data: [
          {
            workspaceId,
            documentId,
            position: 0,
            name: "name",
            text: mark,
            confidence: 1,
            evidence: [],
          },
        ],
      });
      await tx.documentComment.createMany({
        skipDuplicates,
        data: [{ id: documentId.replace("doc_", "cmt_"), workspaceId, documentId, text }],
      });
    },
  };
}
