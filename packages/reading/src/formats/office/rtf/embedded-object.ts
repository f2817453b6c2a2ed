export type EmbeddedObject = { fileName: string; bytes: Buffer };

/**
 * Returns the file in the hexadecimal data of an object, or null. The data holds class, topic, item, size and bytes, each with its length.
 */
export function embeddedObject(hexadecimal: string): EmbeddedObject | null {
  const data = Buffer.from(hexadecimal.replace(/[^0-9a-f]/gi, ""), "hex");
  if (data.length < 12 || data.readUInt32LE(4) !== 2) return null;
  let at = 8;
  let kind = "";
  for (const field of ["class", "topic", "item"]) {
    if (at + 4 > data.length) return null;
    const length = data.readUInt32LE(at);
    if (field === "class") kind = data.toString("latin1", at + 4, at + 3 + length);
    at += 4 + length;
  }
  if (at + 4 > data.length) return null;
  const bytes = data.subarray(at + 4, at + 4 + data.readUInt32LE(at));
  if (/^package$/i.test(kind)) return packagedFile(bytes, 2);
  return bytes.length > 0 ? { fileName: kind.slice(0, 100), bytes } : null;
}

/** Returns the file of a package, or null. Label, path and another path, each ended by a zero byte, come before size and bytes. */
export function packagedFile(native: Buffer, from: number): EmbeddedObject | null {
  let at = from;
  const text = () => {
    const end = native.indexOf(0, at);
    if (end === -1) return null;
    const found = native.toString("latin1", at, end);
    at = end + 1;
    return found;
  };
  const label = text();
  const origin = text();
  if (label === null || origin === null || at + 8 > native.length) return null;
  at += 8 + native.readUInt32LE(at + 4);
  if (at + 4 > native.length) return null;
  const size = native.readUInt32LE(at);
  if (size === 0 || at + 4 + size > native.length) return null;
  return { fileName: label || origin, bytes: native.subarray(at + 4, at + 4 + size) };
}
