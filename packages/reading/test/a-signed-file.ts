type Signed = { signer?: string; time?: string; isIndefinite?: boolean };

/**
 * Returns a CMS message (DER, or BER with lengths left open) that holds content, a certificate with a name, and a signing time. Its signature is no
 * true one. `time` is written as YYMMDDhhmmssZ. Content of null makes a detached signature.
 */
export function aSignedFile(
  content: Uint8Array | string | null,
  { signer = "Ada Brightwater", time = "260304100000Z", isIndefinite = false }: Signed = {},
): Buffer {
  const sequence = (...parts: Buffer[]) => (isIndefinite ? open(0x30, parts) : tlv(0x30, ...parts));
  const algorithm = tlv(0x30, id("2a864886f70d01010b"), tlv(0x05));
  const name = (text: string) =>
    tlv(0x30, tlv(0x31, tlv(0x30, id("550403"), tlv(0x0c, Buffer.from(text)))));
  const issuer = name("Any authority");
  const number = tlv(0x02, Buffer.from([7]));
  const moment = tlv(0x17, Buffer.from(time));
  const key = tlv(0x30, algorithm, tlv(0x03, Buffer.from([0, 1])));
  const body = tlv(0x30, number, algorithm, issuer, tlv(0x30, moment, moment), name(signer), key);
  const certificate = tlv(0x30, body, algorithm, tlv(0x03, Buffer.from([0, 1])));
  const claims = tlv(0xa0, tlv(0x30, id("2a864886f70d010905"), tlv(0x31, moment)));
  const info = tlv(
    0x30,
    tlv(0x02, Buffer.from([1])),
    tlv(0x30, issuer, number),
    algorithm,
    claims,
    algorithm,
    tlv(0x04, Buffer.from([1])),
  );
  const data = sequence(
    tlv(0x02, Buffer.from([1])),
    tlv(0x31, algorithm),
    sequence(id("2a864886f70d010701"), ...held(content, isIndefinite)),
    tlv(0xa0, certificate),
    tlv(0x31, info),
  );
  return sequence(id("2a864886f70d010702"), isIndefinite ? open(0xa0, [data]) : tlv(0xa0, data));
}

function held(content: Uint8Array | string | null, isIndefinite: boolean): Buffer[] {
  if (content === null) return [];
  const bytes = Buffer.from(content as Uint8Array);
  if (!isIndefinite) return [tlv(0xa0, tlv(0x04, bytes))];
  const middle = Math.floor(bytes.length / 2);
  const pieces = [bytes.subarray(0, middle), bytes.subarray(middle)];
  return [
    open(0xa0, [
      open(
        0x24,
        pieces.map((piece) => tlv(0x04, piece)),
      ),
    ]),
  ];
}

function id(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, "hex"));
}

function tlv(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length =
    size < 0x80 ? [size] : [0x84, size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function open(tag: number, parts: Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...parts, Buffer.alloc(2)]);
}
