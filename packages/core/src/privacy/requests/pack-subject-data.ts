import { z } from "zod";
import { privacyRequestId } from "../../ids";
import { OwnData } from "../../members/own/contract";
import { flow } from "../../operation/flow";
import { count, ofType } from "../../shapes";
import { getSubjectData } from "./get-subject-data";

/** The most bytes of originals in one archive; they are in memory while it is made. */
const MOST_BYTES = 100 * 1024 * 1024;

/** A person's data with the original files that they uploaded. `leftOut` names files that were too large for one archive, to be downloaded one by one. */
export const SubjectArchive = OwnData.extend({
  originals: z.array(
    z.object({ path: z.string(), title: z.string(), bytes: ofType<Uint8Array>() }),
  ),
  leftOut: z.array(z.object({ id: z.string(), title: z.string(), size: count })),
});
export type SubjectArchive = z.output<typeof SubjectArchive>;

/** Packs what the workspace keeps of the person of a request, with the files that they uploaded and the caller sees. */
export const packSubjectData = flow("privacy.pack-subject-data", {
  title: "Pack the data of the person of a request",
  permission: "privacy.manage",
  input: z.object({ id: privacyRequestId }),
  output: SubjectArchive,
  doors: ["web"],
  uses: ["files"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ caller, files }, { id }) {
    const { uploads, ...data } = await getSubjectData(caller, { id });
    const originals = [];
    const leftOut = [];
    let left = MOST_BYTES;
    for (const { storageKey, fileName, size, title, id: documentId } of uploads) {
      if (size > left) {
        leftOut.push({ id: documentId, title, size });
        continue;
      }
      left -= size;
      const path = `originals/${documentId}/${safe(fileName)}`;
      originals.push({ path, title, bytes: await files.read(storageKey) });
    }
    return { ...data, originals, leftOut };
  },
});

function safe(fileName: string): string {
  return fileName.replaceAll(/[^\p{L}\p{N}. _-]+/gu, "_").slice(0, 150) || "file";
}
