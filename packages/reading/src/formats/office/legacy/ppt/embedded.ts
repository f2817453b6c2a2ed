import { inflateSync } from "node:zlib";
import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ReaderInput } from "../../../../contract/reader-input";
import { freed, keepFile } from "../../embedded";
import type { Presentation } from "./presentation";
import { kinds, type PptRecord, recordsOf } from "./records";
import { stringsIn } from "./text";

/** Writes the files that are embedded in a presentation as attachments, such as workbooks and charts. Returns how many could not be unpacked. */
export async function keepEmbeddedObjects(
  builder: DocumentBuilder,
  bytes: Buffer,
  { presentation, source }: { presentation: Presentation; source: ReaderInput },
): Promise<number> {
  let lost = 0;
  for (const embedded of recordsOf(bytes, presentation.document, kinds.embedded)) {
    const [atom] = recordsOf(bytes, embedded, kinds.embeddedAtom);
    if (!atom || atom.end - atom.start < 20) continue;
    const stored = presentation.persisted(bytes.readUInt32LE(atom.start + 16));
    const file = stored && unpacked(bytes, stored, source.limits.archiveBytes);
    if (!file) lost += 1;
    else await keepFile(builder, freed({ fileName: nameOf(bytes, embedded), bytes: file }), source);
  }
  return lost;
}

/** An instance of 1 marks a compressed object, with its full size before the data. Source: [MS-PPT] 2.10.34. */
function unpacked(bytes: Buffer, stored: PptRecord, most: number): Buffer | null {
  if (stored.kind !== kinds.storedObject) return null;
  const content = bytes.subarray(stored.start, stored.end);
  if (stored.instance !== 1) return content;
  try {
    return inflateSync(content.subarray(4), { maxOutputLength: most });
  } catch {
    return null;
  }
}

/** Returns the name of the object's program, because the file itself has none. */
function nameOf(bytes: Buffer, embedded: PptRecord): string {
  const strings = stringsIn(bytes, embedded);
  const program = strings.get(2) ?? "";
  const [, family] = /^(Word|Excel|PowerPoint)\./.exec(program) ?? [];
  if (/^MSGraph/.test(program)) return "chart.xls";
  return family ? `${family}.bin` : "";
}
