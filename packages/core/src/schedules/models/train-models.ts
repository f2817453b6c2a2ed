import type { PlatformContext } from "../../context";
import { findToRetrain } from "../../models/training/find-to-retrain";
import { startTraining } from "../../models/training/start-training";
import { counted, type Schedule } from "../schedule";

/** A training for fewer new labels would hardly change the model. */
const LEAST_NEW_LABELS = 20;

/** Trains the model of each workspace again in which people labelled enough documents since the last training. */
export const trainModels: Schedule = {
  cron: "40 4 * * 0",

  async look({ db }) {
    const mark = await db.platform.upkeep.markOfLabels();
    return mark.count === 0 ? null : `labels ${mark.count}:${mark.newest}`;
  },

  async work(ctx, from) {
    const workspaceId = await workspaceAfter(ctx, from ?? "");
    if (!workspaceId) return { next: null, counts: {} };
    const workspace = ctx.inWorkspace(workspaceId);
    const { isOpen, newLabels } = await findToRetrain(workspace, {});
    const isWanted = !isOpen && newLabels >= LEAST_NEW_LABELS;
    if (isWanted) await startTraining(workspace, {});
    return { next: workspaceId, counts: { looked: 1, started: isWanted ? 1 : 0 } };
  },

  summary: ({ looked, started }) =>
    `Looked at ${counted(looked, "workspace")}: ${counted(started, "training")} started.`,
};

async function workspaceAfter({ db }: PlatformContext, after: string): Promise<string | null> {
  const [id = null] = await db.platform.upkeep.listWorkspaceIds({ after, limit: 1 });
  return id;
}
