import type { StoredExport } from "@besunny/db/privacy/exports";
import { z } from "zod";
import { count, idIn, instant } from "../../shapes";

export const exportStates = ["working", "ready", "failed", "removed"] as const;

/** Days for which an archive can be downloaded. */
export const EXPORT_DAYS = 7;

/** An archive of everything of a workspace. `bytes` grows while it is being made. */
export const ExportSummary = z.object({
  id: idIn("wex"),
  state: z.enum(exportStates),
  bytes: count,
  documents: count,
  sha256: z.string().nullable().meta({ description: "The hash of its manifest.json" }),
  problem: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});
export type ExportSummary = z.infer<typeof ExportSummary>;

/** Returns a stored archive as it is shown. One that has expired is shown as removed, also before its files are. */
export function shownExport(stored: StoredExport, now: Date): ExportSummary {
  const { askedById: _by, seenBy: _seen, parts: _parts, state, ...shown } = stored;
  const isOver = shown.expiresAt !== null && shown.expiresAt <= now && state === "ready";
  return { ...shown, state: isOver ? "removed" : z.enum(exportStates).parse(state) };
}

/** Returns the folder of the files of an archive. */
export const folderOfExport = (workspaceId: string, id: string) => `exports/${workspaceId}/${id}`;

/** Returns the keys of a part: its bytes, and the list of what it holds. */
export function keysOfPart(workspaceId: string, { id, n }: { id: string; n: number }) {
  const at = `${folderOfExport(workspaceId, id)}/${String(n).padStart(6, "0")}`;
  return { bytes: `${at}.zip`, entries: `${at}.json` };
}

/** A file of a workspace's archive with its path and its hash, as `manifest.json` lists it. */
export type ListedFile = { path: string; bytes: number; sha256: string };
