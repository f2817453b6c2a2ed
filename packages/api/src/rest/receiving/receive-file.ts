import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { fileTooLarge, LARGEST_FILE_BYTES } from "@besunny/core/documents/contract/upload-limits";
import { AppError, invalidInput } from "@besunny/core/errors";
import { asStorageFull } from "@besunny/core/storage-full";
import busboy from "busboy";

export type ReceivedFile = {
  path: string;
  fileName: string;
  mediaType: string;
  contentHash: string;
  fields: Record<string, string>;
};

/**
 * Streams a multipart body's `file` to a place on local disk that was announced, never holding it in memory. Throws `INVALID_INPUT` where
 * there is no file, `TOO_LARGE` beyond the largest file, `STORAGE_FULL` where it does not fit on the disk.
 */
export async function receiveFile(request: Request, path: string): Promise<ReceivedFile> {
  const { body } = request;
  if (!body) return noFile();
  const parser = parserFor(request.headers);
  const fields: Record<string, string> = {};
  const found: Promise<Omit<ReceivedFile, "fields">>[] = [];
  let unwritten: unknown = null;
  const unwanted: string[] = [];

  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (name, stream, { filename, mimeType }) => {
    if (name !== "file") {
      unwanted.push(name);
      return void stream.resume();
    }
    const fileName = decodedName(filename ?? "") || "Untitled";
    const file = write(stream, path).then((contentHash) => {
      if (stream.truncated) throw fileTooLarge();
      return { path, fileName, mediaType: mimeType, contentHash };
    });
    // The rest of a file that cannot be written is not read.
    file.catch((error: Error) => {
      unwritten ??= error;
      parser.destroy(error);
    });
    found.push(file);
  });

  parser.on("filesLimit", () => unwanted.push("file"));

  await pipeline(Readable.fromWeb(asNodeStream(body)), parser).catch((error: unknown) => {
    if (unwritten) throw unwritten;
    if (error instanceof AppError) throw error;
    invalidInput("The form could not be read", [{ path: "", message: "It is broken or cut off" }]);
  });
  const [file] = await Promise.all(found);
  if (unwanted.length > 0)
    invalidInput(
      "The form does not fit",
      unwanted.map((name) => ({ path: name, message: "Send one file, in a field named file" })),
    );
  return file ? { ...file, fields } : noFile();
}

/** Browsers write what would end the name in another way (HTML, multipart form data). */
export function decodedName(name: string): string {
  return name.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}

/** Returns the announced size of a form in bytes: its `content-length`, at most the largest file; without one, the largest file. */
export function announcedBytes(headers: Headers): number {
  const length = headers.get("content-length");
  return length === null ? LARGEST_FILE_BYTES : Math.min(Number(length), LARGEST_FILE_BYTES);
}

function parserFor(headers: Headers): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": headers.get("content-type") ?? "" },
      limits: { fileSize: LARGEST_FILE_BYTES + 1, files: 1, fields: 20, fieldSize: 10_000 },
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
  await pipeline(stream, hashing, createWriteStream(path, { mode: 0o600 })).catch(
    (error: unknown) => {
      throw asStorageFull(error) ?? error;
    },
  );
  return hash.digest("hex");
}

function noFile(): never {
  return invalidInput("There is no file in the form", [
    { path: "file", message: "Send the bytes in a form field named file" },
  ]);
}

/** Node types its web streams apart from the web's; they are the same. */
function asNodeStream(body: ReadableStream<Uint8Array>): NodeWebStream<Uint8Array> {
  return body as unknown as NodeWebStream<Uint8Array>;
}
