import { beforeEach, describe, expect, test, vi } from "vitest";

import type { KeptFile } from "./kept-files";
import { sendFile } from "./send-file";

/** tus as a test moves it: it sends nothing. */
const tus = vi.hoisted(() => {
  class Upload {
    static made: Upload[] = [];
    static previous: object[] = [];
    isStarted = false;
    isAborted = false;
    resumedFrom: object | null = null;
    constructor(
      readonly file: File,
      readonly options: Options,
    ) {
      Upload.made.push(this);
    }
    async findPreviousUploads() {
      return Upload.previous;
    }
    resumeFromPreviousUpload(previous: object) {
      this.resumedFrom = previous;
    }
    start() {
      this.isStarted = true;
    }
    async abort() {
      this.isAborted = true;
    }
  }
  type Options = {
    metadata: Record<string, string>;
    onProgress(sent: number): void;
    onSuccess(payload: { lastResponse: { getHeader(name: string): string | undefined } }): void;
    onError(error: Error): void;
    onShouldRetry(error: { originalResponse: { getStatus(): number } | null }): boolean;
  };
  return { Upload };
});
vi.mock("tus-js-client", () => ({ Upload: tus.Upload, defaultOptions: {} }));

beforeEach(() => {
  tus.Upload.made = [];
  tus.Upload.previous = [];
});

const order: KeptFile = {
  file: new File(["words"], "lease.pdf", { type: "application/pdf" }),
  path: "flat/lease.pdf",
  projectId: "prj_1",
  batchId: "bat_1",
};

function begin(change: Partial<KeptFile> = {}) {
  const listener = { onProgress: vi.fn(), onStored: vi.fn(), onFailed: vi.fn() };
  const sending = sendFile("key-of-file", { ...order, ...change }, listener);
  const [upload] = tus.Upload.made;
  if (!upload) throw new Error("Nothing was sent");
  const answer = (headers: Record<string, string>) =>
    upload.options.onSuccess({ lastResponse: { getHeader: (name) => headers[name] } });
  return { sending, upload, listener, answer };
}

/** An error as tus reports it, with the body of the server's answer. */
function refusal(body: string, status = 500): Error {
  return Object.assign(new Error("tus"), {
    originalResponse: { getBody: () => body, getStatus: () => status },
  });
}

describe("an upload", () => {
  test.each([
    [0, true],
    [409, true],
    [429, true],
    [503, true],
    [401, false],
    [413, false],
  ])("that ends with status %i is sent again: %s", (status, isSentAgain) => {
    const originalResponse = status ? { getStatus: () => status } : null;
    expect(begin().upload.options.onShouldRetry({ originalResponse })).toBe(isSentAgain);
  });

  test("says what the file is, and where it belongs", () => {
    expect(begin().upload.options.metadata).toEqual({
      filename: "lease.pdf",
      filetype: "application/pdf",
      relativePath: "flat/lease.pdf",
      fileKey: "key-of-file",
      projectId: "prj_1",
      batchId: "bat_1",
    });
  });

  test("of a file without type, project and batch names none", () => {
    const file = new File(["words"], "notes");
    const { upload } = begin({ file, path: "notes", projectId: null, batchId: null });
    expect(upload.options.metadata).toEqual({
      filename: "notes",
      filetype: "application/octet-stream",
      relativePath: "notes",
      fileKey: "key-of-file",
    });
  });

  test("goes on where an earlier try stopped", async () => {
    const earlier = { uploadUrl: "/api/upload/1" };
    tus.Upload.previous = [earlier];
    const { upload } = begin();
    await vi.waitFor(() => expect(upload.isStarted).toBe(true));
    expect(upload.resumedFrom).toBe(earlier);
  });

  test("that is stopped before it has begun never begins", async () => {
    const { sending, upload } = begin();
    await sending.stop();
    await Promise.resolve();
    expect(upload).toMatchObject({ isAborted: true, isStarted: false });
  });
});

describe("the answer", () => {
  test("names the document", () => {
    const { listener, answer } = begin();
    answer({ "X-Document-Id": "doc_1" });
    expect(listener.onStored).toHaveBeenCalledExactlyOnceWith({
      documentId: "doc_1",
      duplicateOf: null,
      isFiled: false,
    });
  });

  test("names the document that had the same bytes, and if the project has it now", () => {
    const { listener, answer } = begin();
    answer({ "X-Document-Id": "doc_1", "X-Duplicate-Of": "doc_1", "X-Filed-To": "prj_1" });
    expect(listener.onStored).toHaveBeenCalledExactlyOnceWith({
      documentId: "doc_1",
      duplicateOf: "doc_1",
      isFiled: true,
    });
  });

  test("without a document is a failure", () => {
    const { listener, answer } = begin();
    answer({});
    expect(listener.onFailed).toHaveBeenCalledExactlyOnceWith({
      message: "",
      isOffline: false,
      isFinal: false,
    });
    expect(listener.onStored).not.toHaveBeenCalled();
  });

  test.each([
    ["the server's own sentence is shown", "The disk is full.\n", "The disk is full."],
    ["the error page of a proxy is not shown", "<html>502</html>", ""],
    ["a long text is not shown", "x".repeat(301), ""],
  ])("%s", (_, body, message) => {
    const { upload, listener } = begin();
    upload.options.onError(refusal(body));
    expect(listener.onFailed).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message }));
  });

  test.each([
    [413, true],
    [422, true],
    [500, false],
  ])("with status %i would be the same again: %s", (status, isFinal) => {
    const { upload, listener } = begin();
    upload.options.onError(refusal("No.", status));
    expect(listener.onFailed).toHaveBeenCalledExactlyOnceWith({
      message: "No.",
      isOffline: false,
      isFinal,
    });
  });

  test("that never came is a network that is away", () => {
    const { upload, listener } = begin();
    upload.options.onError(new Error("network"));
    expect(listener.onFailed).toHaveBeenCalledExactlyOnceWith({
      message: "",
      isOffline: true,
      isFinal: false,
    });
  });
});
