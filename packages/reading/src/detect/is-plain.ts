const sampleBytes = 4_096;

/** Returns true for plain text, which may begin with the same bytes as a program or a film. */
export function isPlain(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  return sample.length > 16 && sample.every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));
}
