/** The kinds of pictures that a browser shows by itself, without running anything in them. */
export const pictureTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;

/** Returns the kind of a picture by its first bytes; null for all that a browser may not be given as it is. */
export function pictureTypeOf(bytes: Uint8Array): (typeof pictureTypes)[number] | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (/^GIF8[79]a/.test(head)) return "image/gif";
  return /^RIFF[\s\S]{4}WEBP$/.test(head) ? "image/webp" : null;
}
