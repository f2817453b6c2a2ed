import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from "@trpc/client";
import superjson from "superjson";
import { Upload } from "tus-js-client";

import type { ErrorCode, FieldError } from "../browser/errors";
import type { Outputs } from "../browser/outputs";
import { MOST_CALLS } from "./most-calls";
import type { AppRouter } from "./router";

/** In pieces, so that a slow line has time for each. */
const PIECE_BYTES = 8 * 1024 ** 2;

type Options = {
  /** The address of the web app, such as `https://besunny.example`. */
  url: string;
  /** An API key. In a browser that is signed in it may be left out. */
  token?: string;
};

type WatchedDocument = Outputs["documents"]["get"];

/** A failure that BeSunny explains; `code` says which one. */
export type ClientError = {
  code: ErrorCode;
  message: string;
  hint: string | null;
  errors: FieldError[] | null;
};

/**
 * Makes a client for programs. `api` holds every procedure with its types. `upload` sends a file, and can resume. `watch` yields the states
 * of a document until its processing has ended.
 */
export function createClient({ url, token }: Options) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const endpoint = `${url}/api/trpc`;
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url: endpoint, transformer: superjson }),
        false: httpBatchLink({
          url: endpoint,
          transformer: superjson,
          headers,
          maxItems: MOST_CALLS,
          maxURLLength: 8_000,
        }),
      }),
    ],
  });

  return {
    api,
    documents: {
      get: (id: string): Promise<WatchedDocument> => api.documents.get.query({ id }),
      upload: (file: File | Blob, options: UploadOptions = {}) =>
        upload(`${url}/api/upload`, headers, file, options),
      watch,
    },
  };

  /** The document as it is, then each new state, by polling; ends after the state that is its processing's end. */
  async function* watch(
    id: string,
    { everyMs = 1_000, signal }: { everyMs?: number; signal?: AbortSignal } = {},
  ): AsyncGenerator<WatchedDocument> {
    let seq = -1;
    while (!signal?.aborted) {
      const document = await api.documents.get.query({ id });
      if (document.seq > seq) yield document;
      seq = document.seq;
      if (document.status !== "pending" && document.status !== "processing") return;
      await pause(everyMs, signal);
    }
  }
}

export type UploadOptions = {
  fileName?: string;
  projectId?: string;
  onProgress?: (sent: { bytes: number; of: number }) => void;
  signal?: AbortSignal;
};

/** `filedTo`: the projects that the document was filed to although its bytes were there already. */
export type Uploaded = { documentId: string; duplicateOf: string | null; filedTo: string[] };

async function upload(
  endpoint: string,
  headers: Record<string, string>,
  file: File | Blob,
  { fileName, projectId, onProgress, signal }: UploadOptions,
): Promise<Uploaded> {
  const name = fileName ?? ("name" in file ? file.name : "Untitled");
  const source = await sourceOf(file);
  return new Promise((resolve, reject) => {
    const sending = new Upload(source, {
      endpoint,
      headers,
      chunkSize: PIECE_BYTES,
      metadata: { filename: name, filetype: file.type, ...(projectId && { projectId }) },
      onProgress: (bytes, of) => onProgress?.({ bytes, of: of ?? file.size }),
      onError: reject,
      onSuccess: ({ lastResponse }) => {
        const documentId = lastResponse.getHeader("X-Document-Id");
        if (!documentId) return reject(new Error("The upload ended without a document"));
        resolve({
          documentId,
          duplicateOf: lastResponse.getHeader("X-Duplicate-Of") ?? null,
          filedTo: lastResponse.getHeader("X-Filed-To")?.split(", ") ?? [],
        });
      },
    });
    signal?.addEventListener("abort", () => {
      void sending.abort();
      reject(signal.reason);
    });
    sending.start();
  });
}

/** Outside of a browser tus-js-client knows no blobs, only Node's buffers; its types know only the former. */
async function sourceOf(file: File | Blob): Promise<File | Blob> {
  if (typeof window !== "undefined") return file;
  const buffer: unknown = Buffer.from(await file.arrayBuffer());
  return buffer as Blob;
}

/** Returns the explanation of BeSunny for a failure; null if the call got no answer from it. */
export function clientErrorOf(error: unknown): ClientError | null {
  if (!isOurs(error) || !error.data) return null;
  const { code, hint, errors } = error.data;
  return { code, message: error.message, hint, errors };
}

function isOurs(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });
}
