const newSubfileType = 254;
const subfileType = 255;
/** Bits of NewSubfileType: a reduced copy of another image, and a mask for one. */
const noPage = 0b101;
const reducedCopy = 2;
const mostImages = 10_000;

/** Returns the numbers, from 0, of those images of a TIFF that are pages: not reduced copies or masks of others. Source: TIFF 6.0, section 8. */
export function tiffPages(bytes: Buffer, count: number): number[] {
  const all = Array.from({ length: count }, (_, index) => index);
  const kinds = subfileKinds(bytes);
  const pages = all.filter((index) => kinds[index] !== "copy");
  return pages.length > 0 ? pages : all;
}

type Kind = "page" | "copy";

/** Returns the kind of each image, in the order of the file; fewer where the file is damaged. Large files (BigTIFF) have wider numbers. */
function subfileKinds(bytes: Buffer): Kind[] {
  const kinds: Kind[] = [];
  try {
    const isLittle = bytes.toString("latin1", 0, 2) === "II";
    const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
    const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
    const huge = (at: number) =>
      Number(isLittle ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at));
    const isBig = short(2) === 43;
    const [head, entry, value] = isBig ? [8, 20, 12] : [2, 12, 8];
    const place = isBig ? huge : long;
    for (let at = place(isBig ? 8 : 4); at > 0 && kinds.length < mostImages; ) {
      const entries = isBig ? huge(at) : short(at);
      let kind: Kind = "page";
      for (let index = 0; index < entries; index += 1) {
        const start = at + head + index * entry;
        const tag = short(start);
        if (tag === newSubfileType && (long(start + value) & noPage) !== 0) kind = "copy";
        if (tag === subfileType && short(start + value) === reducedCopy) kind = "copy";
      }
      kinds.push(kind);
      at = place(at + head + entries * entry);
    }
  } catch {
    return kinds;
  }
  return kinds;
}
