import { createHash } from "node:crypto";

import { isFailure } from "../failures";
import { fileNameOf } from "../file-names";
import { pour } from "../pour";
import type { Fetched, ItemRef, Sink } from "../source";
import type { Drive } from "./drive-client";
import { exportsOf, revisionOf } from "./drive-items";
import { down, notFetchable } from "./errors";
import { units } from "./paces";
import { partsOf } from "./patience";

/** Streams a file into its place. Google's own files are exported, in the first format that is small enough. */
export function fetchFile(
  drive: Drive,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const formats = exportsOf[item.mediaType];
  if (formats) return exportFile(drive, item, formats, into, signal);
  if (item.mediaType.startsWith("application/vnd.google-apps.")) {
    throw notFetchable("kind-not-read", "Google cannot export this kind of file.");
  }
  return downloadFile(drive, item, into, signal);
}

const REVISION_FIELDS = "id,md5Checksum,headRevisionId,modifiedTime,size";

/** The hash of what came is compared with the listed one. If it differs, the file has changed since, or the transfer was bad. */
async function downloadFile(
  drive: Drive,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const { data, headers } = await drive.call<AsyncIterable<Uint8Array>>(
    { units: units.drive.download, about: "item" },
    (stop) =>
      drive.api.files.get(
        { fileId: item.id, alt: "media", supportsAllDrives: true },
        { ...stop, responseType: "stream" },
      ),
  );
  const hash = createHash("md5");
  const size = await pour(hashing(partsOf(data, drive.patience), hash), into, {
    size: lengthOf(headers),
    signal,
  });
  const got = `md5:${hash.digest("hex")}`;
  const { name, mediaType } = item;
  const fetched = { fileName: fileNameOf(name), mediaType, size };
  if (got === item.revision) return { ...fetched, revision: got };
  const now = await drive.file(item.id, "item", REVISION_FIELDS);
  if (now.size && Number(now.size) !== size) throw down();
  const revision = revisionOf(now);
  if (revision.startsWith("md5:") && revision !== got) throw down();
  return { ...fetched, revision };
}

async function* hashing(body: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
}

function lengthOf(headers: Headers | object): number | null {
  if (!(headers instanceof Headers)) return null;
  const length = headers.get("content-length");
  return length && !headers.get("content-encoding") ? Number(length) : null;
}

async function exportFile(
  drive: Drive,
  item: ItemRef,
  formats: readonly { mediaType: string; ending: string }[],
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  // Asked before the export: what changes during it is found by the next look.
  const revision = revisionOf(await drive.file(item.id, "item", REVISION_FIELDS));
  for (const { mediaType, ending } of formats) {
    try {
      const { data, headers } = await drive.call<AsyncIterable<Uint8Array>>(
        { units: units.drive.download, about: "item" },
        (stop) =>
          drive.api.files.export(
            { fileId: item.id, mimeType: mediaType },
            { ...stop, responseType: "stream" },
          ),
      );
      const size = await pour(partsOf(data, drive.patience), into, {
        size: lengthOf(headers),
        signal,
      });
      return { fileName: fileNameOf(item.name, ending), mediaType, size, revision };
    } catch (error) {
      if (!isFailure(error, "not-fetchable") || error.details.skip !== "export-too-large")
        throw error;
    }
  }
  throw notFetchable("export-too-large", "Google exports 10 MB at most.");
}
