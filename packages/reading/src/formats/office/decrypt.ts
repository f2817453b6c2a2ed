import { corrupt, encrypted } from "../../contract/refusals";
import { isSoundCompound } from "./sound-compound";

/** Excel encrypts with this password a file that is only protected against changes. */
const knownToAll = "VelvetSweatshop";

/**
 * Returns the bytes of an Office file without its password protection, and the bytes of other files unchanged. Throws `ENCRYPTED` if the
 * password is missing or wrong, and `CORRUPT` for a container that no library could finish.
 */
export async function withoutPassword(
  bytes: Buffer,
  password: string | undefined,
): Promise<Buffer> {
  if (bytes.length < 512 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return bytes;
  if (!isSoundCompound(bytes)) throw corrupt("The file");
  const { default: crypto } = await import("officecrypto-tool");
  if (!isUnder(bytes, crypto)) return bytes;
  for (const tried of [password, knownToAll]) {
    if (!tried) continue;
    try {
      return await crypto.decrypt(bytes, { password: tried });
    } catch {
      // The next password may be right.
    }
  }
  throw encrypted("The file");
}

/** Returns true for an encrypted file. Returns false for a damaged file, which its reader handles. */
function isUnder(bytes: Buffer, crypto: { isEncrypted(input: Buffer): boolean }): boolean {
  try {
    return crypto.isEncrypted(bytes);
  } catch {
    return false;
  }
}
