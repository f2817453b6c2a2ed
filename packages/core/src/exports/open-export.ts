import { Readable } from "node:stream";
import type { BytesPart } from "@besunny/connectors/files/files";
import { z } from "zod";
import { AppError } from "../errors";
import { exportId } from "../ids";
import { flow } from "../operation/flow";
import { count, ofType } from "../shapes";
import { keysOfPart, shownExport } from "./contract/export";
import { findExport } from "./find-export";
import { PartList } from "./finish-export";

/** An archive: `open` streams all of it, or the bytes of a part. */
export const OpenedExport = z.object({
  size: count,
  sha256: z.string(),
  fileName: z.string(),
  open: ofType<(part?: BytesPart) => Promise<Readable>>(),
});

/** Opens an archive to download it, whole or from a byte on. Throws `CONFLICT` if it is not ready or has expired. */
export const openExport = flow("exports.open-export", {
  title: "Download an export",
  permission: "workspace.export",
  input: z.object({ id: exportId }),
  output: OpenedExport,
  doors: ["web", "rest"],
  cost: 0,
  uses: ["files"],
  audit: { subjects: (_output, { id }) => [id] },

  async handle({ caller, files, clock, workspaceId }, { id }) {
    const stored = await findExport(caller, { id });
    const { state } = shownExport(stored, clock());
    if (state !== "ready")
      throw new AppError(
        "CONFLICT",
        state === "working" ? "The export is not ready yet" : "The export is not there any more",
        {
          hint:
            state === "working" ? "Wait for the notice that it is ready." : "Start a new export.",
        },
      );
    const list = keysOfPart(workspaceId, { id, n: stored.parts }).entries;
    const { parts } = PartList.parse(JSON.parse(Buffer.from(await files.read(list)).toString()));
    return {
      size: stored.bytes,
      sha256: stored.sha256 ?? "",
      fileName: `besunny-export-${stored.createdAt.toISOString().slice(0, 10)}.zip`,
      open: async (part = { first: 0, last: stored.bytes - 1 }) =>
        Readable.from(bytesOf(files, parts, part), { objectMode: false }),
    };
  },
});

/** Yields bytes of files that lie one behind the other. */
async function* bytesOf(
  files: { streamPart(key: string, part: BytesPart): Promise<Readable> },
  parts: readonly { key: string; bytes: number }[],
  { first, last }: BytesPart,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const { key, bytes } of parts) {
    const [from, to] = [Math.max(first - at, 0), Math.min(last - at, bytes - 1)];
    if (from <= to) yield* await files.streamPart(key, { first: from, last: to });
    at += bytes;
    if (at > last) return;
  }
}
