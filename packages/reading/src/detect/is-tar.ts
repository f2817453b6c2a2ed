const headerBytes = 512;

/** Returns true if the bytes begin with the header of a file in a TAR. Old kinds of TAR have no mark, only the sum of the header. */
export function isTar(bytes: Buffer): boolean {
  if (bytes.length < headerBytes) return false;
  const header = bytes.subarray(0, headerBytes);
  const hasMark = header.subarray(257, 262).toString("latin1") === "ustar";
  return (hasMark || header[0] !== 0) && sumOf(header) === writtenSum(header);
}

const sumAt = 148;
const sumBytes = 8;
const space = 0x20;

/** The sum counts the place of the sum itself as spaces. */
function sumOf(header: Buffer): number {
  return header.reduce(
    (sum, byte, at) => sum + (at >= sumAt && at < sumAt + sumBytes ? space : byte),
    0,
  );
}

function writtenSum(header: Buffer): number {
  const text = header.subarray(sumAt, sumAt + sumBytes).toString("latin1");
  const [digits] = /^[ 0-7]+/.exec(text) ?? [];
  return digits?.trim() ? Number.parseInt(digits.trim(), 8) : -1;
}
