import { watchDocuments } from "@besunny/core/documents/watch-documents";
import type { Caller } from "@besunny/core/operation/caller";
import { getTimeline } from "@besunny/core/processing/runs/get-timeline";

type Timeline = Awaited<ReturnType<typeof getTimeline>>;
export type DocumentNow = Timeline["document"];
export type StageNow = Timeline["runs"][number]["stages"][number];

/** A message to somebody who follows a document. After a lost connection, `seq` is the `after` to go on from. */
export type DocumentMessage =
  | { type: "snapshot"; seq: number; document: DocumentNow; stages: StageNow[] }
  | { type: "document"; seq: number; document: DocumentNow }
  | { type: "stage"; seq: number; stage: StageNow };

/**
 * Yields a snapshot of the document, then its changes. With `after` it yields no snapshot. Then it first yields what changed since: the
 * newest state of the document and of each stage of its newest run. Throws `NOT_FOUND` if the actor cannot see the document, or no longer.
 */
export async function* followDocument(
  ctx: Caller,
  { id, after }: { id: string; after?: number | undefined },
  signal: AbortSignal,
): AsyncGenerator<DocumentMessage> {
  let known = await now(ctx, id);
  const { seq } = known.document;
  if (after === undefined) yield { type: "snapshot", seq, ...known };
  else if (after < seq) yield* changes(null, known);

  for await (const { seq: changed } of watchDocuments(
    ctx,
    { documentId: id, after: seq },
    signal,
  )) {
    if (changed <= known.document.seq) continue;
    const latest = await now(ctx, id);
    yield* changes(known, latest);
    known = latest;
  }
}

type Known = { document: DocumentNow; stages: StageNow[] };

async function now(ctx: Caller, id: string): Promise<Known> {
  const { document, runs } = await getTimeline(ctx, { id });
  return { document, stages: runs[0]?.stages ?? [] };
}

/** Yields the differences between two states. The stages come first, so that a reader of the document's new state knows its cause. */
export function* changes(before: Known | null, after: Known): Generator<DocumentMessage> {
  const { seq } = after.document;
  for (const stage of after.stages) {
    const earlier = before?.stages.find(({ name }) => name === stage.name);
    if (!isSame(earlier, stage)) yield { type: "stage", seq, stage };
  }
  const withoutSeq = (known: Known | null) => known && { ...known.document, seq: 0 };
  if (!isSame(withoutSeq(before), withoutSeq(after)))
    yield { type: "document", seq, document: after.document };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
