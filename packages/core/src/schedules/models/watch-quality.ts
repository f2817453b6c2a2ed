import type { PlatformContext } from "../../context";
import { featuresVersion } from "../../models/contract/measure-document";
import type { Caller } from "../../operation/caller";
import { computeDrift } from "../../quality/drift/compute-drift";
import { measureDocuments } from "../../quality/features/measure-documents";
import { lookForBoilerplate } from "../../quality/issues/look-for-boilerplate";
import { lookOverDocuments } from "../../quality/issues/look-over-documents";
import { lookAtLabels } from "../../quality/labels/look-at-labels";
import type { Counts } from "../contract";
import { counted, daysBefore, type Schedule } from "../schedule";

/** A piece of one task in one workspace: where to go on in it, null if it is done. */
type Piece = { next: string | null; counts: Counts };

/** The tasks in each workspace, in this order. Documents are measured, then looked at, then compared. */
const tasks: readonly ((caller: Caller, after: string) => Promise<Piece>)[] = [
  async (caller, after) => {
    const { next, measured } = await measureDocuments(caller, { after });
    return { next, counts: { measured } };
  },
  async (caller) => {
    const { isMore, looked, found } = await lookOverDocuments(caller, {});
    return { next: isMore ? "more" : null, counts: { looked, found } };
  },
  async (caller, after) => {
    const { next, found } = await lookForBoilerplate(caller, { after });
    return { next, counts: { found } };
  },
  async (caller) => {
    const { found } = await lookAtLabels(caller, {});
    return { next: null, counts: { found } };
  },
  async (caller) => {
    const { isMore, computed, drifted } = await computeDrift(caller, {});
    return { next: isMore ? "more" : null, counts: { computed, drifted } };
  },
];

/** Measures documents, looks for issues, and compares what each source sends with what it sent before. */
export const watchQuality: Schedule = {
  cron: "20 * * * *",

  async look({ db, clock }) {
    const { count, seq } = await db.platform.upkeep.markOfDocuments();
    if (count === 0) return null;
    // A week that ends is compared though nothing changes.
    const monday = daysBefore(clock(), (clock().getUTCDay() + 6) % 7)
      .toISOString()
      .slice(0, 10);
    return `features ${featuresVersion}, documents ${count}:${seq}, week ${monday}`;
  },

  async work(ctx, from) {
    const [workspaceId, task, after] = await placeOf(ctx, from);
    if (workspaceId === null) return { next: null, counts: {} };
    const { next, counts } = (await tasks[task]?.(ctx.inWorkspace(workspaceId), after)) ?? {
      next: null,
      counts: {},
    };
    if (next !== null) return { next: `${workspaceId} ${task} ${next}`, counts };
    if (task + 1 < tasks.length) return { next: `${workspaceId} ${task + 1} `, counts };
    const following = await workspaceAfter(ctx, workspaceId);
    return { next: following && `${following} 0 `, counts: { ...counts, workspaces: 1 } };
  },

  summary({ looked, found, computed, drifted }) {
    if (!looked && !found && !computed) return "Nothing has changed since the last time.";
    return `Looked at ${counted(looked, "document")}, found ${counted(found, "issue")}; compared ${counted(computed, "week")} of sources, ${counted(drifted, "week")} drifted.`;
  },
};

/** Returns workspace, task and the task's own position. That position may hold blanks. */
async function placeOf(
  ctx: PlatformContext,
  from: string | null,
): Promise<[string | null, number, string]> {
  if (from === null) return [await workspaceAfter(ctx, ""), 0, ""];
  const [workspaceId = "", task = "0", ...after] = from.split(" ");
  return [workspaceId, Number(task), after.join(" ")];
}

async function workspaceAfter({ db }: PlatformContext, after: string): Promise<string | null> {
  return (await db.platform.upkeep.listWorkspaceIds({ after, limit: 1 }))[0] ?? null;
}
