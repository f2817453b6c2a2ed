/** The number of the network among the parts of a model. Source: tesseract, `ccutil/tessdatamanager.h`. */
const networkPart = 17;

/**
 * Returns a model of tesseract (`.traineddata`) with another network. The file begins with the number of its parts (32 bits) and the offset of
 * each part (64 bits, -1 for none). The parts follow in order.
 */
export function withNetwork(model: Buffer, network: Buffer): Buffer {
  const count = model.readInt32LE(0);
  const offsets = Array.from({ length: count }, (_, part) =>
    Number(model.readBigInt64LE(4 + 8 * part)),
  );
  const start = offsets[networkPart] ?? -1;
  if (start < 0) throw new Error("The model has no network.");
  const end = Math.min(model.length, ...offsets.filter((offset) => offset > start));
  const header = Buffer.from(model.subarray(0, 4 + 8 * count));
  for (const [part, offset] of offsets.entries())
    if (offset > start)
      header.writeBigInt64LE(BigInt(offset + network.length - (end - start)), 4 + 8 * part);
  return Buffer.concat([
    header,
    model.subarray(header.length, start),
    network,
    model.subarray(end),
  ]);
}
