/** Returns true if the bytes begin as a winmail.dat file. */
export function isTnef(bytes: Buffer): boolean {
  return bytes.length > 6 && bytes.readUInt32LE(0) === 0x223e9f78;
}
