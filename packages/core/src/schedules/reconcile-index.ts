import { CUT_RELEASE } from "@besunny/document-model/cutting/cut-release";
import type { PlatformContext } from "../context";
import { compareIndex } from "../search/compare-index";
import { removeStrays } from "../search/remove-strays";
import { counted, type Schedule } from "./schedule";

/** Compares the index with PostgreSQL and corrects differences, so that search finds exactly the documents that people may see. */
export const reconcileIndex: Schedule = {
  cron: "10 3 * * *",

  async look({ db, index }) {
    const [mark, held] = await Promise.all([db.platform.upkeep.markOfDocuments(), index.stats()]);
    return `cut ${CUT_RELEASE}, documents ${mark.count}:${mark.seq}, index ${held.model} ${held.documents}:${held.passages}`;
  },

  async work(ctx, from) {
    const [workspaceId = "", after = ""] = from?.split("/") ?? [
      (await workspaceAfter(ctx, "")) ?? "",
    ];
    if (workspaceId === "") return { next: null, counts: {} };
    const workspace = ctx.inWorkspace(workspaceId);
    const { next, ...compared } = await compareIndex(workspace, { after });
    if (next) return { next: `${workspaceId}/${next}`, counts: compared };

    const { removed } = await removeStrays(workspace, {});
    const following = await workspaceAfter(ctx, workspaceId);
    return {
      next: following && `${following}/`,
      counts: { ...compared, removed, workspaces: 1 },
    };
  },

  summary({ checked, missing, corrected, removed }) {
    const all = `Compared ${counted(checked, "document")} with the index: `;
    if (!missing && !corrected && !removed) return `${all}they agree.`;
    return `${all}${counted(missing, "document")} indexed again, ${counted(corrected, "document")} corrected, ${counted(removed, "document")} removed from it.`;
  },
};

/** Returns the next workspace of PostgreSQL or of the index, in order of their ids. */
async function workspaceAfter(
  { db, index }: PlatformContext,
  after: string,
): Promise<string | null> {
  const known = await db.platform.upkeep.listWorkspaceIds({ after, limit: 1 });
  const held = (await index.listWorkspaceIds()).filter((id) => id > after);
  return [...known, ...held].sort(byCode)[0] ?? null;
}

function byCode(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
