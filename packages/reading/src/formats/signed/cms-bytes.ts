/** The start of a CMS message in hex: a sequence with the identifier of signed, enveloped or compressed data. */
const start =
  /^30(?:..){1,9}?(?:06092a864886f70d0107(?:02|03|04)|060b2a864886f70d01091001(?:09|17))/;

const armour = /^\s*-----BEGIN (?:PKCS ?#?7|CMS)[^-]*-----\s*([\s\S]*?)-----END/;

const sampleBytes = 1_024;

/** Returns the binary form of a CMS message that may be written as PEM or bare base64, or null for other bytes. */
export function cmsBytes(bytes: Buffer): Buffer | null {
  const sample = bytes.subarray(0, sampleBytes).toString("latin1");
  if (isCms(bytes)) return bytes;
  const text = sample.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (!/^(?:MI|-----BEGIN )/.test(text)) return null;
  const inside = text.startsWith("M")
    ? bytes.toString("latin1")
    : (armour.exec(bytes.toString("latin1"))?.[1] ?? "");
  if (!isBase64(inside)) return null;
  const decoded = Buffer.from(inside, "base64");
  return isCms(decoded) ? decoded : null;
}

function isBase64(text: string): boolean {
  return /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text.replace(/^\u00ef\u00bb\u00bf/, ""));
}

function isCms(bytes: Buffer): boolean {
  return start.test(bytes.subarray(0, 32).toString("hex"));
}
