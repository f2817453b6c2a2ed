import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { encrypted, unsupported } from "../../contract/refusals";
import { readIwork } from "../iwork/read-iwork";
import { writeAttachments } from "../write-attachments";
import { libarchiveTypes } from "./libarchive-types";
import { reasonToSkip } from "./reason-to-skip";
import { tarEntries } from "./tar-entries";
import { type Packed, zipEntries } from "./zip-entries";

/** Reads an archive. The text lists the files in it, and its documents become attachments. Throws `ReadingError`. */
export async function readZip(source: ReaderInput): Promise<ParsedDocument> {
  const entries = await entriesOf(source);
  const preview = await readIwork(entries, source);
  if (preview) return preview;

  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const rows: string[][] = [["File", "Size", "Note"]];
  let total = 0;
  for (const entry of entries) {
    const note = await keep(entry);
    rows.push([entry.name, sizeInWords(entry.size), note]);
  }
  if (builder.attachments.length === 0 && entries.some(({ isEncrypted }) => isEncrypted))
    throw encrypted("The archive");
  if (builder.attachments.length === 0)
    throw unsupported(
      "An archive without a document in it",
      "Unpack it and upload the documents themselves.",
    );
  const locked = entries.filter(({ isEncrypted }) => isEncrypted).map(({ name }) => name);
  if (locked.length > 0)
    builder.warnings.push(
      `Some files in the archive are protected by a password and were left out: ${listed(locked)}. Give the password to read them too.`,
    );
  builder.add({
    kind: "paragraph",
    text: `${builder.attachments.length} of ${entries.length} files`,
  });
  builder.addTable({
    cells: rows.flatMap((values, row) =>
      values.map((text, column) => ({ text, row, column, ...(row === 0 && { isHeader: true }) })),
    ),
  });
  return { ...builder.build(), ...(locked.length > 0 && { isPartlyLocked: true }) };

  async function keep(entry: Packed): Promise<string> {
    const reason = reasonToSkip(entry);
    if (reason) return reason;
    if (builder.attachments.length >= source.limits.attachments) return "left out: too many files";
    total += entry.size;
    if (total > source.limits.archiveBytes) return "left out: the archive is too large";
    const bytes = await entry.read().catch(() => null);
    if (!bytes) return "left out: damaged";
    if (bytes.length === 0) return "left out: empty";
    const part = {
      fileName: entry.name,
      mediaType: "application/octet-stream",
      bytes,
      isInline: false,
    };
    await writeAttachments(builder, [part], source);
    return "";
  }
}

async function entriesOf(source: ReaderInput): Promise<Packed[]> {
  const { mediaType, bytes, limits } = source;
  if (mediaType === "application/zip") return zipEntries(bytes, limits);
  if (!libarchiveTypes.has(mediaType)) return tarEntries(source);
  return (await import("./libarchive-entries")).libarchiveEntries(source);
}

const mostListed = 20;

function listed(names: string[]): string {
  const shown = names.slice(0, mostListed).join(", ");
  return names.length > mostListed ? `${shown} and ${names.length - mostListed} more` : shown;
}

function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1_000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
