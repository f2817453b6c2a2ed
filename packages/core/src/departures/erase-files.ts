import { z } from "zod";
import { departureId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { foldersOfFiles } from "./contract/departure";
import { findBegun } from "./find-begun";
import { noteFound } from "./note-found";

/**
 * Deletes the files of the workspace, its passages in the index and the engine's records, and destroys its key. Notes first what there was. Does nothing if the erasure has not begun or has ended.
 */
export const eraseFiles = flow("departures.erase-files", {
  title: "Delete the files of the workspace and destroy its key",
  permission: "workspace.erase",
  input: z.object({ id: departureId, runId: z.string() }),
  output: z.object({ files: count, documents: count, keys: count }),
  doors: ["job"],
  uses: ["files", "index", "engineRuns", "keyTree"],
  audit: { notAudited: "The certificate lists it, and the keys have a log of their own." },

  async handle({ caller, files, index, engineRuns, keyTree, workspaceId }, { id, runId }) {
    if (!(await findBegun(caller, { id })).isOn) return { files: 0, documents: 0, keys: 0 };
    const counts: Record<string, number> = {};
    for (const folder of Object.keys(foldersOfFiles))
      counts[`files: ${folder}`] = (await files.list(`${folder}/${workspaceId}`)).length;
    const indexed = await index.listDocumentIds(workspaceId);
    counts.index = indexed.length;
    const { versions } = await keyTree.destroy(workspaceId);
    counts["keys of files"] = versions.length;
    await noteFound(caller, { id, found: counts });
    for (const folder of Object.keys(foldersOfFiles))
      await files.removeAll(`${folder}/${workspaceId}`);
    for (const documentId of indexed) await index.removeDocument(workspaceId, documentId);
    const match = { data: { workspaceId }, exceptRunId: runId };
    const runs = (await engineRuns?.forgetRuns(match)) ?? 0;
    await noteFound(caller, { id, found: { engine: runs } });
    const all = Object.entries(counts).filter(([store]) => store.startsWith("files: "));
    return {
      files: all.reduce((sum, [, found]) => sum + found, 0),
      documents: indexed.length,
      keys: versions.length,
    };
  },
});
