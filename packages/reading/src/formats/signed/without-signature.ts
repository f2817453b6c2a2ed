import type { Limits } from "../../contract/limits";
import { unsupported } from "../../contract/refusals";
import { openSigned } from "./open-signed";

type Unsigned = { content: Buffer; fileName: string; warnings: string[] };

/**
 * Returns the file that another file signs as a whole (.p7m), its name, and a warning that names the signers. Returns other bytes unchanged. Throws
 * `UNSUPPORTED_TYPE` for an encrypted file, and for a signature without its file.
 */
export async function withoutSignature(
  bytes: Buffer,
  { fileName, limits }: { fileName: string; limits: Limits },
): Promise<Unsigned> {
  const opened = await openSigned(bytes, limits.archiveBytes);
  if (!opened) return { content: bytes, fileName, warnings: [] };
  if (opened.kind === "encrypted")
    throw unsupported(
      "A file that is encrypted for certain people",
      "Open it in the program that holds their key, save it and upload that.",
    );
  const { content, signers } = opened;
  if (!content)
    throw unsupported("A signature without the file that it signs", "Upload the signed file.");
  const named = signers.length > 0 ? signers.join("; ") : "nobody that it names";
  return {
    content,
    fileName: nameInside(fileName, content),
    warnings: [`The file is signed by ${named}. The signature was not verified.`],
  };
}

/** Returns the name without the ending of the wrapper. The content of a saved smime.p7m is a mail. */
function nameInside(fileName: string, content: Buffer): string {
  const own = fileName.replace(/(\.p7[mscz])+$/i, "");
  const isMime = /^\s*(content-type|mime-version):/i.test(
    content.subarray(0, 200).toString("latin1"),
  );
  return isMime && !/\.[a-z0-9]{1,8}$/i.test(own) ? `${own}.eml` : own;
}
