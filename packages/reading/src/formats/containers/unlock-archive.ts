import type { Limits } from "../../contract/limits";

/** Returns a ZIP, 7z or RAR of version 5 without its protection, and other bytes unchanged. Throws `ENCRYPTED` if the password is wrong. */
export async function withoutArchivePassword(
  bytes: Buffer,
  password: string | undefined,
  limits: Limits,
): Promise<Buffer> {
  if (!password) return bytes;
  if (bytes.toString("latin1", 0, 2) === "7z")
    return (await import("./seven-zip/unlock-7z")).without7zPassword(bytes, { password, limits });
  if (bytes.toString("latin1", 0, 4) === "Rar!")
    return (await import("./rar5/unlock-rar")).withoutRarPassword(bytes, password);
  return (await import("./unlock-zip")).withoutZipPassword(bytes, password, limits);
}
