import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";

import { AppError, invalidInput } from "@besunny/core/errors";
import busboy from "busboy";

import { LARGEST_UPLOAD } from "../upload/upload-handler";

export type ReceivedFile = {
  path: string;
  fileName: string;
  mediaType: string;
  contentHash: string;
  fields: Record<string, string>;
};

/**
 * Streams a multipart body's `file` to local disk, never holding it in memory, and gives `work` its path; it is gone afterwards. Throws
 * `INVALID_INPUT` where there is no file, `TOO_LARGE` beyond the largest upload.
 */
export async function withFile<T>(
  request: Request,
  directory: string,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `rest-${randomUUID()}`);
  try {
    return await work(await receive(request, path));
  } finally {
    await rm(path, { force: true });
  }
}

async function receive(request: Request, path: string): Promise<ReceivedFile> {
  const { body } = request;
  if (!body) return noFile();
  const parser = parserFor(request.headers);
  const fields: Record<string, string> = {};
  const found: Promise<Omit<ReceivedFile, "fields">>[] = [];
  const unwanted: string[] = [];

  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (name, stream, { filename, mimeType }) => {
    if (name !== "file") {
      unwanted.push(name);
      return void stream.resume();
    }
    const file = write(stream, path).then((contentHash) => {
      if (stream.truncated) tooLarge();
      return { path, fileName: filename || "Untitled", mediaType: mimeType, contentHash };
    });
    // It is awaited below; until then a failure must not count as unhandled.
    file.catch(() => undefined);
    found.push(file);
  });

  parser.on("filesLimit", () => unwanted.push("file"));

  await pipeline(Readable.fromWeb(asNodeStream(body)), parser).catch((error: unknown) =>
    invalidInput(
      `The form could not be read: ${error instanceof Error ? error.message : "cut off"}`,
    ),
  );
  const [file] = await Promise.all(found);
  if (unwanted.length > 0)
    invalidInput(
      "The form does not fit",
      unwanted.map((name) => ({ path: name, message: "Send one file, in a field named file" })),
    );
  return file ? { ...file, fields } : noFile();
}

function parserFor(headers: Headers): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": headers.get("content-type") ?? "" },
      limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 20, fieldSize: 10_000 },
      defParamCharset: "utf8",
    });
  } catch {
    throw new AppError("UNSUPPORTED_TYPE", "Send the file as multipart/form-data", {
      hint: "Name the form field `file`.",
    });
  }
}

async function write(stream: Readable, path: string): Promise<string> {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(stream, hashing, createWriteStream(path, { mode: 0o600 }));
  return hash.digest("hex");
}

function noFile(): never {
  return invalidInput("There is no file in the form", [
    { path: "file", message: "Send the bytes in a form field named file" },
  ]);
}

function tooLarge(): never {
  throw new AppError("TOO_LARGE", "The file is larger than 2 GB");
}

/** Node types its web streams apart from the web's; they are the same. */
function asNodeStream(body: ReadableStream<Uint8Array>): NodeWebStream<Uint8Array> {
  return body as unknown as NodeWebStream<Uint8Array>;
}
