import { currentReleases } from "@besunny/document-model/reading-release";
import { createRereadBatch } from "../batches/create-reread-batch";
import type { PlatformContext } from "../context";
import { counted, type Schedule } from "./schedule";

/**
 * Reads documents again that an earlier release of the reader read: batches of at most 10,000 in each workspace, behind all live work. Documents that are
 * being processed are left out, so a repeated part begins nothing twice.
 */
export const readAgain: Schedule = {
  cron: "30 1 * * *",
  isPausedAtFirst: true,

  async look({ db }) {
    const releases = currentReleases();
    const found = await db.platform.upkeep.countReadBefore(releases);
    if (found.length === 0) return null;
    const counts = found.map(({ workspaceId, count }) => `${workspaceId} ${count}`);
    return `releases ${releases.map(({ release }) => release).join(".")}: ${counts.join(", ")}`;
  },

  async work(ctx, from) {
    const workspaceId = await workspaceAfter(ctx, from ?? "");
    if (workspaceId === null) return { next: null, counts: {} };
    const { started, isMore } = await createRereadBatch(ctx.inWorkspace(workspaceId), {});
    const counts = { documents: started, workspaces: started > 0 && !isMore ? 1 : 0 };
    return { next: isMore ? (from ?? "") : workspaceId, counts };
  },

  summary: ({ documents, workspaces }) =>
    documents
      ? `Began to read ${counted(documents, "document")} again, in ${counted(workspaces, "workspace")}.`
      : "There was nothing to read again.",
};

async function workspaceAfter({ db }: PlatformContext, after: string): Promise<string | null> {
  const found = await db.platform.upkeep.countReadBefore(currentReleases());
  return found.find(({ workspaceId }) => workspaceId > after)?.workspaceId ?? null;
}
