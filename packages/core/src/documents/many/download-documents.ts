import type { Readable } from "node:stream";
import { z } from "zod";

import { AppError } from "../../errors";
import { flow } from "../../operation/flow";
import { ofType } from "../../shapes";
import { chosenDocuments, isOneChoice, oneChoice } from "../contract/chosen-documents";
import { archiveNames } from "./archive-names";
import { findOriginals } from "./find-originals";
import { recordDownload } from "./record-download";

/** A file of an archive. `open` reads it from storage. */
export type ArchivedFile = { path: string; size: number; addedAt: Date; open(): Promise<Readable> };

/** Returns the originals of documents, each with its path in an archive, and records that they are downloaded. Throws `NOT_FOUND` for none. */
export const downloadDocuments = flow("documents.download-documents", {
  title: "Download many documents as one archive",
  permission: "document.read",
  input: z.object(chosenDocuments).refine(isOneChoice, oneChoice),
  output: z.object({ files: ofType<ArchivedFile[]>() }),
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { notAudited: "Recording the download records it." },

  async handle({ caller, files }, choice) {
    const documents = await findOriginals(caller, choice);
    if (documents.length === 0)
      throw new AppError("NOT_FOUND", "There is nothing to download", {
        hint: "Choose other documents.",
      });
    await recordDownload(caller, { ids: documents.map(({ id }) => id) });
    const paths = archiveNames(documents);
    return {
      files: documents.map(({ storageKey, size, createdAt }, at) => ({
        path: paths[at] ?? storageKey,
        size,
        addedAt: createdAt,
        open: () => files.stream(storageKey),
      })),
    };
  },
});
