import type { Repositories } from "@besunny/db/database";
import type { Actor } from "../access/actor";
import type { Clock } from "../context";
import { beginReprocessing } from "./begin-reprocessing";
import type { BatchSummary } from "./contract";
import { summariseBatch } from "./summarise-batches";

/** The most documents of one batch, which is written in one transaction. */
export const MOST_DOCUMENTS = 10_000;

type Tools = Parameters<typeof beginReprocessing>[0] &
  Pick<Repositories, "batches"> & { actor: Actor; clock: Clock };

/** Adds a batch that processes these documents again, and returns it. */
export async function addReprocessBatch(
  tools: Tools,
  documentIds: readonly string[],
  title: string | null,
): Promise<BatchSummary> {
  const { batches, actor, clock } = tools;
  const batch = await batches.create({
    kind: "reprocess",
    title,
    expectedCount: documentIds.length,
    createdById: actor.kind === "user" ? actor.id : null,
    createdAt: clock(),
  });
  const runIds = await beginReprocessing(tools, batch.id, documentIds);
  await batches.addItems(
    batch.id,
    documentIds.map((documentId, position) => ({ documentId, runId: runIds[position] ?? null })),
  );
  return summariseBatch(tools, batch);
}
