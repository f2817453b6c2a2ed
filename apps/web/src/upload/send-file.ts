import { defaultOptions, type PreviousUpload, Upload } from "tus-js-client";

import type { KeptFile } from "./kept-files";

const chunkBytes = 8 * 1024 * 1024;
const retryDelaysMs = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];

export type Sending = { stop: () => Promise<void> };

/** `isFiled`: the same bytes were here already, and are in the wished project now too. */
export type Stored = { documentId: string; duplicateOf: string | null; isFiled: boolean };

/** `isOffline`: nothing answered, and the file can be sent later. `isFinal`: the server would refuse it again. */
export type SendFailure = { message: string; isOffline: boolean; isFinal: boolean };

type Listener = {
  onProgress: (sentBytes: number) => void;
  onStored: (stored: Stored) => void;
  /** With what the server said, if it said anything. */
  onFailed: (failure: SendFailure) => void;
};

/** Sends a file under the key of its row, by which the server knows it again. */
export type SendFile = (key: string, order: KeptFile, listener: Listener) => Sending;

/** An upload that a closed page left behind on this device. */
export type InterruptedUpload = Pick<PreviousUpload, "urlStorageKey" | "metadata" | "size">;

/** Sends one file in pieces; goes on where an earlier try, even before a reload, stopped. */
export const sendFile: SendFile = (
  key,
  { file, path, projectId, batchId },
  { onProgress, onStored, onFailed },
) => {
  const upload = new Upload(file, {
    endpoint: "/api/upload",
    chunkSize: chunkBytes,
    retryDelays: retryDelaysMs,
    onShouldRetry: ({ originalResponse }) => isWorthRetrying(originalResponse?.getStatus() ?? 0),
    removeFingerprintOnSuccess: true,
    metadata: {
      filename: file.name,
      filetype: file.type || "application/octet-stream",
      relativePath: path,
      fileKey: key,
      ...(projectId ? { projectId } : {}),
      ...(batchId ? { batchId } : {}),
    },
    onProgress,
    onSuccess({ lastResponse }) {
      const documentId = lastResponse.getHeader("X-Document-Id");
      const duplicateOf = lastResponse.getHeader("X-Duplicate-Of") ?? null;
      const isFiled = Boolean(lastResponse.getHeader("X-Filed-To"));
      if (documentId) onStored({ documentId, duplicateOf, isFiled });
      else onFailed({ message: "", isOffline: false, isFinal: false });
    },
    onError(error) {
      const response = "originalResponse" in error ? error.originalResponse : null;
      const status = response?.getStatus() ?? 0;
      onFailed({
        message: plainText(response?.getBody() ?? ""),
        isOffline: status === 0,
        isFinal: status === 413 || status === 415 || status === 422,
      });
    },
  });

  let isStopped = false;
  void upload.findPreviousUploads().then(([previous]) => {
    if (isStopped) return;
    if (previous) upload.resumeFromPreviousUpload(previous);
    upload.start();
  });

  return {
    stop() {
      isStopped = true;
      return upload.abort(true);
    },
  };
};

/** Returns the uploads that a closed page left behind on this device. */
export async function interruptedUploads(): Promise<InterruptedUpload[]> {
  return (await defaultOptions.urlStorage?.findAllUploads()) ?? [];
}

/** Forgets an upload that was left behind. */
export async function forgetInterrupted(urlStorageKey: string): Promise<void> {
  await defaultOptions.urlStorage?.removeUpload(urlStorageKey);
}

/** The rule of tus, and 429: the delays together are longer than the minute by which the server counts. */
function isWorthRetrying(status: number): boolean {
  const isRefused = status >= 400 && status < 500 && ![409, 423, 429].includes(status);
  return !isRefused && navigator.onLine !== false;
}

/** The server's own sentence; a proxy's error page is none. */
function plainText(body: string): string {
  return body.length > 300 || body.includes("<") ? "" : body.trim();
}
