import type { DocumentStatus, FailureHelp } from "@besunny/api/browser/vocabulary";

/** One file on its way from this device to "ready". */
export type TrayItem = {
  key: string;
  name: string;
  /** With its folders. */
  path: string;
  size: number;
  phase: TrayPhase;
  sentBytes: number;
  documentId: string | null;
  /** The batch of the files that were picked together. */
  batchId: string | null;
  stage: string | null;
  /** The pieces of a recording that are written down, while it is read. */
  transcription?: { done: number; total: number } | null;
  /** It was here already, and is in the project now too. */
  isFiled?: boolean;
  problem: TrayProblem | null;
};

/** The failure of a file, with the help for it. */
export type TrayProblem = { message: string; remedy: string | null; help: FailureHelp };

export type TrayPhase =
  | "waiting"
  | "uploading"
  /** The network is away: it goes on by itself. */
  | "offline"
  /** The page was closed in the middle: the same file, picked again, goes on where it stopped. */
  | "interrupted"
  /** It did not reach the server. */
  | "refused"
  /** The same bytes were here already. */
  | "duplicate"
  /** It is on the server, and in this status there. */
  | DocumentStatus;

/** A file that waits to be sent, but for the values given. */
export function newTrayItem(
  values: Pick<TrayItem, "key" | "name" | "path" | "size"> & Partial<TrayItem>,
): TrayItem {
  return {
    phase: "waiting",
    sentBytes: 0,
    documentId: null,
    batchId: null,
    stage: null,
    problem: null,
    ...values,
  };
}

const resting: readonly TrayPhase[] = [
  "interrupted",
  "refused",
  "duplicate",
  "needs_review",
  "ready",
  "failed",
  "cancelled",
];

/** Returns true if nothing more will happen to the file by itself. */
export function isResting({ phase }: TrayItem): boolean {
  return resting.includes(phase);
}

/** Returns true if the document was processed, or was in the workspace already. */
export function isDone({ phase }: TrayItem): boolean {
  return phase === "ready" || phase === "needs_review" || phase === "duplicate";
}

/** Returns true if a person has to act: the file was refused, failed or was interrupted. */
export function needsSomeone({ phase }: TrayItem): boolean {
  return phase === "refused" || phase === "failed" || phase === "interrupted";
}

/** Counts of files. */
export type TraySummary = { total: number; ended: number; done: number; failed: number };

/** Counts files of the tray. */
export function summaryOf(items: readonly TrayItem[]): TraySummary {
  return {
    total: items.length,
    ended: items.filter(isResting).length,
    done: items.filter(isDone).length,
    failed: items.filter(needsSomeone).length,
  };
}

/** Returns true if another try can help the file. */
export function isRetryable({ phase, problem }: TrayItem): boolean {
  return (phase === "failed" || phase === "refused") && problem?.help === "retry";
}

export type TrayGroup = { batchId: string | null; items: readonly TrayItem[] };

/** Groups the files by batch. A group comes at the place of its first file. */
export function groupsOf(items: readonly TrayItem[]): TrayGroup[] {
  const groups = new Map<string | null, TrayItem[]>();
  for (const item of items) {
    const group = groups.get(item.batchId);
    if (group) group.push(item);
    else groups.set(item.batchId, [item]);
  }
  return [...groups].map(([batchId, members]) => ({ batchId, items: members }));
}

type Totals = { all: number; ended: number; done: number; duplicate: number; failed: number };

/**
 * Counts the files of the tray once. The server counts the files of a batch, because the tray may show only some of
 * them. Files that stopped here before they arrived are added.
 */
export function countOnce(
  groups: readonly TrayGroup[],
  totalsOf: (batchId: string) => Totals | undefined,
): TraySummary {
  const counts = groups.map(({ batchId, items }) => {
    const totals = batchId === null ? undefined : totalsOf(batchId);
    if (!totals) return summaryOf(items);
    const stopped = items.filter((item) => isAwaited(item) && isResting(item));
    return {
      total: totals.all,
      ended: totals.ended + stopped.length,
      done: totals.done + totals.duplicate,
      failed: totals.failed + stopped.length,
    };
  });
  const sum = (name: keyof TraySummary) => counts.reduce((all, count) => all + count[name], 0);
  return { total: sum("total"), ended: sum("ended"), done: sum("done"), failed: sum("failed") };
}

/** Returns true if the file belongs to a batch of the server, which still waits for its document. */
export function isAwaited({ batchId, documentId, phase }: TrayItem): boolean {
  return batchId !== null && documentId === null && phase !== "cancelled";
}
