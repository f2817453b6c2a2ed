import { type DocumentStatus, documentStages } from "@besunny/api/browser/vocabulary";

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
  /** It was here already, and is in the project now too. */
  isFiled?: boolean;
  problem: { message: string; remedy: string | null } | null;
};

export type TrayPhase =
  | "waiting"
  | "uploading"
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

const stages: readonly (string | null)[] = documentStages;

/** Returns the progress of the file, 0 to 1: half for the upload, half for the processing. */
export function fractionOf(item: TrayItem): number {
  if (isResting(item)) return 1;
  if (item.phase === "waiting" || item.phase === "uploading") {
    return item.size === 0 ? 0 : (0.5 * item.sentBytes) / item.size;
  }
  const passed = stages.indexOf(item.stage);
  return 0.5 + (0.5 * Math.max(0, passed)) / stages.length;
}

export type TraySummary = {
  total: number;
  active: number;
  done: number;
  failed: number;
  /** From 0 to 1. */
  fraction: number;
};

/** Counts the files of the tray, and how far along all of them are together. */
export function summaryOf(items: readonly TrayItem[]): TraySummary {
  const sum = items.reduce((before, item) => before + fractionOf(item), 0);
  return {
    total: items.length,
    active: items.filter((item) => !isResting(item)).length,
    done: items.filter(isDone).length,
    failed: items.filter(needsSomeone).length,
    fraction: items.length === 0 ? 0 : sum / items.length,
  };
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

/** Returns true if the file belongs to a batch of the server, which still waits for its document. */
export function isAwaited({ batchId, documentId, phase }: TrayItem): boolean {
  return batchId !== null && documentId === null && phase !== "cancelled";
}
