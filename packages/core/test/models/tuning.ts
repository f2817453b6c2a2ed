import { randomUUID } from "node:crypto";
import type { TuningEstimate } from "@besunny/ai/hosted/hosted-tuning";
import { queryOnce } from "@besunny/db/test/fresh-database";

import type { WorkspaceContext } from "../../src/context";
import { askForTuning } from "../../src/models/tuning/ask-for-tuning";

export const anEstimate: TuningEstimate = {
  examples: 12,
  tokens: 1_000,
  epochs: 3,
  costMicro: 75_000,
  shutdownDate: "2027-06-01",
  peopleNeeded: 2,
};

/** A provider whose price is always the same, and whose tunings begin and do not end. */
export const pricedTuning = () => ({
  server: "https://models.example/v1",
  model: "tern-1",
  estimate: async () => anEstimate,
  start: async () => ({ id: "ftjob-1" }),
  watch: async () => ({
    state: "running" as const,
    events: [],
    trainedTokens: null,
    costMicro: null,
    problem: null,
    tuned: null,
  }),
  cancel: async () => undefined,
});

/** Ends the tunings of a workspace, since there is one at a time. */
export async function endTunings({ workspaceId }: WorkspaceContext): Promise<void> {
  const url = process.env.TEST_SUPERUSER_URL ?? "";
  await queryOnce(
    url,
    `update training_runs set state = 'cancelled', ended_at = now()
      where workspace_id = '${workspaceId}' and kind = 'hosted' and ended_at is null`,
  );
}

/** The id of a tuning that this person asked for. It waits for another one who agrees. */
export async function aTuning(ctx: WorkspaceContext): Promise<string> {
  await endTunings(ctx);
  const model = `tern-${randomUUID().slice(0, 8)}`;
  const { server } = pricedTuning();
  return (await askForTuning(ctx, { server, model, estimate: anEstimate })).id;
}
