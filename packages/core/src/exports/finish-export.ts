import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { z } from "zod";
import { exportId } from "../ids";
import { flow } from "../operation/flow";
import { textOf } from "../receipts/contract/receipt";
import { count, nothing } from "../shapes";
import { type ZipEntry, type ZipFile, zipDirectory } from "./archive/zip-segment";
import { keysOfPart, type ListedFile } from "./contract/export";
import { indexPage } from "./contract/pages";
import { writePart } from "./contract/write-part";
import { planExport } from "./plan-export";
import { recordExport } from "./record-export";

/** The parts of an archive in their order, as they are kept beside it. */
export const PartList = z.object({ parts: z.array(z.object({ key: z.string(), bytes: count })) });

/** Ends an archive of so many parts: its first page, the signed list of its files and the directory. Then tells its owner. */
export const finishExport = flow("exports.finish-export", {
  title: "End an export",
  permission: "workspace.pack",
  input: z.object({ id: exportId, parts: count, documents: count }),
  output: nothing,
  doors: ["job"],
  uses: ["files", "signer"],
  audit: { notAudited: "The record of its end leaves a row." },

  async handle({ caller, files, signer, clock, workspaceId }, { id, parts, documents }) {
    const { name, tables, hidden } = await planExport(caller, { id });
    const entries: ZipEntry[] = [];
    const list: { key: string; bytes: number }[] = [];
    let at = 0;
    const add = (n: number, part: { bytes: number; entries: readonly ZipEntry[] }) => {
      entries.push(...part.entries.map((entry) => ({ ...entry, at: entry.at + at })));
      list.push({ key: keysOfPart(workspaceId, { id, n }).bytes, bytes: part.bytes });
      at += part.bytes;
    };
    for (let n = 1; n <= parts; n += 1)
      add(n, parsed(await files.read(keysOfPart(workspaceId, { id, n }).entries)));
    const pages = entries.flatMap(({ path }) => (path.startsWith("documents/") ? [path] : []));
    const now = clock();
    const text = (path: string, content: string): ZipFile => ({
      path,
      isDeflated: true,
      modifiedAt: now,
      open: () => Readable.from([Buffer.from(content)]),
    });
    const index = indexPage({ name, madeAt: now, tables, pages, documents, hidden });
    const manifest = `${textOf({
      format: "besunny-export/1",
      workspaceId,
      madeAt: now.toISOString(),
      hiddenDocuments: hidden,
      files: [
        ...entries.map(({ path, size, sha256 }): ListedFile => ({ path, bytes: size, sha256 })),
        {
          path: "index.html",
          bytes: Buffer.byteLength(index),
          sha256: createHash("sha256").update(index).digest("hex"),
        },
      ],
    })}\n`;
    const { keyId, signature } = signer.sign(manifest);
    const publicKey = signer.publicKeys().find((key) => key.id === keyId)?.pem ?? null;
    const last = await writePart({ files, workspaceId }, { id, n: parts + 1 }, [
      text("index.html", index),
      text("manifest.json", manifest),
      text("signature.json", `${JSON.stringify({ keyId, signature, publicKey }, null, 2)}\n`),
    ]);
    add(parts + 1, last);
    const directory = zipDirectory(entries, at);
    const end = keysOfPart(workspaceId, { id, n: parts + 2 });
    await files.write(end.bytes, directory);
    list.push({ key: end.bytes, bytes: directory.length });
    await files.write(end.entries, Buffer.from(JSON.stringify({ parts: list })));
    await recordExport(caller, {
      id,
      parts: parts + 2,
      bytes: at + directory.length,
      documents,
      sha256: createHash("sha256").update(manifest).digest("hex"),
    });
  },
});

const Written = z.object({ bytes: z.number(), entries: z.array(z.unknown()) });

/** The cast is safe: `writePart` wrote the list, and it opens at its own place alone. */
function parsed(bytes: Uint8Array): { bytes: number; entries: ZipEntry[] } {
  const { bytes: size, entries } = Written.parse(JSON.parse(Buffer.from(bytes).toString()));
  return { bytes: size, entries: entries as ZipEntry[] };
}
