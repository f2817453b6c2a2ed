import type { EvidenceFile } from "@besunny/core/compliance/contract/evidence";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** Returns the files of an evidence pack as one ZIP. */
export async function zipEvidence(files: readonly EvidenceFile[]): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const { path, bytes } of files) await zip.add(path, new Uint8ArrayReader(bytes));
  return zip.close();
}
