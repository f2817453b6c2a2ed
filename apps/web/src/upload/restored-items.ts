import { isMoving } from "~/documents/document";

import { changesOf, type DocumentNews } from "./document-news";
import type { KeptFile } from "./kept-files";
import type { InterruptedUpload } from "./send-file";
import { newTrayItem, type TrayItem } from "./tray-item";

type Found = {
  /** The rows that are shown already. */
  present: readonly TrayItem[];
  documents: readonly DocumentNews[];
  /** The documents that the page before the reload showed, each with its batch. */
  before: ReadonlyMap<string, string | null>;
  kept: readonly [key: string, kept: KeptFile][];
  interrupted: readonly InterruptedUpload[];
};

/**
 * Returns all rows after a reload: the present rows, then files that the browser kept, which continue by themselves. Then come uploads
 * that wait for their file to be picked again, and documents that were shown before or are being processed.
 */
export function restoredItems({ present, documents, before, kept, interrupted }: Found) {
  const resumed = kept.map(itemOfKept);
  const sendable = new Set([...present, ...resumed].map(sameFile));
  const leftBehind = interrupted.map(itemOfUpload).filter((item) => !sendable.has(sameFile(item)));
  const shown = new Set(present.map(({ documentId }) => documentId));
  const stored = documents
    .filter(({ id, status }) => before.has(id) || isMoving({ status }))
    .filter(({ id }) => !shown.has(id))
    .map((news) => itemOfDocument(news, before.get(news.id) ?? null));
  return [...present, ...resumed, ...leftBehind, ...stored];
}

/** The nearest to an identity that a file has before it is sent. */
export function sameFile({ name, size }: TrayItem): string {
  return `${name}/${size}`;
}

/** Returns the row of a file that the browser kept. */
export function itemOfKept([key, { file, path, batchId }]: readonly [string, KeptFile]): TrayItem {
  return newTrayItem({ key, name: file.name, path, size: file.size, batchId });
}

function itemOfUpload({ urlStorageKey, metadata, size }: InterruptedUpload): TrayItem {
  return newTrayItem({
    key: urlStorageKey,
    name: metadata.filename ?? "",
    path: metadata.relativePath ?? metadata.filename ?? "",
    size: size ?? 0,
    batchId: metadata.batchId ?? null,
    phase: "interrupted",
  });
}

function itemOfDocument(news: DocumentNews, batchId: string | null): TrayItem {
  return newTrayItem({
    key: news.id,
    name: news.fileName,
    path: news.fileName,
    size: news.size,
    sentBytes: news.size,
    documentId: news.id,
    batchId,
    ...changesOf(news),
  });
}
