import { readFile } from "node:fs/promises";
import type { Settings } from "../contract/protocol";
import { tooLarge, unsupported } from "../contract/refusals";
import { detectFormat } from "../detect/detect-format";
import { withoutSignature } from "../formats/signed/without-signature";

/** Returns the bytes of a protected file without its protection. Does not change the file. Throws `ReadingError`. */
export async function unlockFile({
  path,
  password,
  limits,
}: { path: string; password: string } & Settings): Promise<Uint8Array> {
  const source = await readFile(path);
  if (source.length > limits.fileBytes) throw tooLarge("The file is larger than one file may be.");
  const { content: bytes } = await withoutSignature(source, { fileName: path, limits });
  const { withoutArchivePassword } = await import("../formats/containers/unlock-archive");
  const { withoutPassword } = await import("../formats/office/decrypt");
  const whole = await withoutPassword(bytes, password);
  const opened = await withoutArchivePassword(whole, password, limits);
  if (opened !== bytes) return opened;
  if ((await detectFormat(bytes, { fileName: path, limits })).format === "pdf")
    return (await import("../formats/pdf/unlock-pdf")).unlockPdf(bytes, password);
  throw unsupported(
    "A protected file of this kind",
    "Open it in the program that made it, save a copy without a password and upload that.",
  );
}
