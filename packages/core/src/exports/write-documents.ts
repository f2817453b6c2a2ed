import type { ExportedOriginal } from "@besunny/db/privacy/export-rows";
import { z } from "zod";
import { exportId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import type { ZipFile } from "./archive/zip-segment";
import { listPage } from "./contract/pages";
import { writePart } from "./contract/write-part";
import { notePart } from "./note-part";
import { readOriginals } from "./read-originals";

/** So many documents are in one part, and no more files once it has so many bytes. */
const DOCUMENTS_AT_ONCE = 200;
const MOST_BYTES = 512 * 1024 * 1024;

/** Writes the originals of some documents into a part of an archive, with a page that lists them. `next` is null after the last part. */
export const writeDocuments = flow("exports.write-documents", {
  title: "Write documents of an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId, n: count, after: z.string() }),
  output: z.object({ documents: count, missing: count, next: z.string().nullable() }),
  doors: ["job"],
  uses: ["files"],
  audit: { notAudited: "The export is recorded when somebody asks for it and when it is ready." },

  async handle({ caller, files, clock, workspaceId }, { id, n, after }) {
    const { files: found } = await readOriginals(caller, { id, after, limit: DOCUMENTS_AT_ONCE });
    const chosen = upTo(MOST_BYTES, found);
    const ids = new Set(chosen.map(({ documentId }) => documentId));
    const listed: (ExportedOriginal & { path: string | null })[] = [];
    async function* content(): AsyncGenerator<ZipFile> {
      for (const original of chosen) {
        const isThere = await files.exists(original.storageKey);
        const path = isThere ? pathOf(original) : null;
        listed.push({ ...original, path });
        if (path)
          yield {
            path,
            isDeflated: false,
            modifiedAt: clock(),
            open: () => files.stream(original.storageKey),
          };
      }
      if (listed.length > 0)
        yield {
          path: `documents/${String(n).padStart(6, "0")}.html`,
          isDeflated: true,
          modifiedAt: clock(),
          open: async function* () {
            yield Buffer.from(listPage(listed));
          },
        };
    }
    const { bytes } = await writePart({ files, workspaceId }, { id, n }, content());
    await notePart(caller, { id, n, bytes, documents: ids.size });
    const isLast =
      chosen.length === found.length &&
      new Set(found.map(({ documentId }) => documentId)).size < DOCUMENTS_AT_ONCE;
    return {
      documents: ids.size,
      missing: listed.filter(({ path }) => path === null).length,
      next: isLast ? null : (chosen.at(-1)?.documentId ?? null),
    };
  },
});

/** Returns whole documents, one at least, of about so many bytes. */
function upTo(most: number, files: readonly ExportedOriginal[]): ExportedOriginal[] {
  const chosen: ExportedOriginal[] = [];
  let bytes = 0;
  for (const file of files) {
    if (bytes > most && chosen.at(-1)?.documentId !== file.documentId) break;
    bytes += Number(file.size);
    chosen.push(file);
  }
  return chosen;
}

/** Returns the path of an original: a folder for the document, a name that every system can write. */
function pathOf({ documentId, number, fileName }: ExportedOriginal): string {
  const name = fileName.replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, "_").replaceAll(/^\.+|[. ]+$/g, "");
  return `originals/${documentId}/v${number}/${name.slice(0, 150) || "file"}`;
}
