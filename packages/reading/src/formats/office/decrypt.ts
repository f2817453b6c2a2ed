import { encrypted } from "../../contract/refusals";

/** With this, Excel encrypts what it only wants to keep from being changed. */
const knownToAll = "VelvetSweatshop";

/**
 * The bytes of an Office file freed of its password; other files come back as they are. Throws `ENCRYPTED` where the
 * password is missing or wrong.
 */
export async function withoutPassword(
  bytes: Buffer,
  password: string | undefined,
): Promise<Buffer> {
  if (bytes.length < 512 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return bytes;
  const { default: crypto } = await import("officecrypto-tool");
  if (!isUnder(bytes, crypto)) return bytes;
  for (const tried of [password, knownToAll]) {
    if (!tried) continue;
    try {
      return await crypto.decrypt(bytes, { password: tried });
    } catch {
      // Another may fit.
    }
  }
  throw encrypted("The file");
}

/** A damaged file is left for its reader to judge. */
function isUnder(bytes: Buffer, crypto: { isEncrypted(input: Buffer): boolean }): boolean {
  try {
    return crypto.isEncrypted(bytes);
  } catch {
    return false;
  }
}
