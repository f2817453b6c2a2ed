import { Readable } from "node:stream";
import { z } from "zod";

import { AppError } from "../../errors";
import { listFields } from "../../fields/list-fields";
import { flow } from "../../operation/flow";
import { ofType } from "../../shapes";
import { chosenDocuments, isOneChoice, oneChoice } from "../contract/chosen-documents";
import { summaryOf } from "../contract/document-summary";
import { archiveNames } from "./archive-names";
import { findOriginals } from "./find-originals";
import { listCsv } from "./list-csv";
import { recordDownload } from "./record-download";

/** The list of the documents in an archive. */
const MANIFEST = "documents.csv";

/** A file of an archive. `open` reads it from storage. */
export type ArchivedFile = { path: string; size: number; addedAt: Date; open(): Promise<Readable> };

/** Returns the originals of documents, each with its path in an archive, and their list as CSV. Records the download. Throws `NOT_FOUND` for none. */
export const downloadDocuments = flow("documents.download-documents", {
  title: "Download many documents as one archive",
  permission: "document.read",
  input: z.object(chosenDocuments).refine(isOneChoice, oneChoice),
  output: z.object({ files: ofType<ArchivedFile[]>() }),
  doors: ["web", "rest"],
  uses: ["files"],
  audit: { notAudited: "Recording the download records it." },

  async handle({ caller, files, clock }, choice) {
    const documents = await findOriginals(caller, choice);
    if (documents.length === 0)
      throw new AppError("NOT_FOUND", "There is nothing to download", {
        hint: "Choose other documents.",
      });
    await recordDownload(caller, { ids: documents.map(({ id }) => id) });
    const { items: fields } = await listFields(caller, {});
    const paths = archiveNames([...documents, { folder: null, fileName: MANIFEST }]);
    const rows = documents.map((document, at) => ({
      ...summaryOf(document),
      file: paths[at] ?? document.storageKey,
    }));
    const list = listCsv(rows, fields, { hasFiles: true });
    const manifest: ArchivedFile = {
      path: paths.at(-1) ?? MANIFEST,
      size: Buffer.byteLength(list),
      addedAt: clock(),
      open: async () => Readable.from([Buffer.from(list)]),
    };
    const originals = documents.map(({ storageKey, size, createdAt }, at) => ({
      path: paths[at] ?? storageKey,
      size,
      addedAt: createdAt,
      open: () => files.stream(storageKey),
    }));
    return { files: [...originals, manifest] };
  },
});
