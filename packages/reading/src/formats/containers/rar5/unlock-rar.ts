import { ReadingError } from "../../../contract/reading-error";
import { encrypted } from "../../../contract/refusals";
import {
  type Block,
  lengthOfBlock,
  type Reader,
  readBlock,
  readNumber,
  writtenBlock,
  writtenNumber,
} from "./blocks";
import { createKeys, decrypted, type Encryption, readEncryption } from "./keys";

const signature = Buffer.from("526172211a070100", "hex");
const vectorBytes = 16;

const types = { main: 1, file: 2, service: 3, encryption: 4, end: 5 };
const encryptionRecord = 1;
const hashRecord = 2;

function isRar5(bytes: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

/**
 * Returns a RAR of version 5 without its protection, and other bytes unchanged. The library that unpacks archives cannot decrypt them: so the
 * encrypted parts are replaced by decrypted ones, which stay packed. A damaged archive is opened up to the damage. Throws `ENCRYPTED` if the password is wrong.
 */
export function withoutRarPassword(bytes: Buffer, password: string): Buffer {
  if (!isRar5(bytes)) return bytes;
  const keyOf = createKeys(password);
  const parts: Buffer[] = [signature];
  let isProtected = false;
  try {
    for (const { block, content, isHidden } of blocksOf(bytes, keyOf)) {
      const open = openBlock(block, content, keyOf);
      isProtected ||= isHidden || open.isOpened;
      parts.push(...open.parts);
    }
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    // Without a check, only damage at the first block tells a wrong password.
    if (parts.length === 1) throw encrypted("The archive");
  }
  return isProtected ? Buffer.concat(parts) : bytes;
}

/** Returns true for a RAR of version 5 whose headers or files are encrypted, as far as it can be read. */
export function isProtectedRar5(bytes: Buffer): boolean {
  try {
    for (let at = signature.length; isRar5(bytes) && at + 7 < bytes.length; ) {
      const { block, end } = plainBlock(bytes, at);
      if (block.type === types.encryption || isEncrypted(block)) return true;
      at = end + block.dataSize;
    }
  } catch {
    // A damaged archive is read up to the damage.
  }
  return false;
}

function isEncrypted({ type, extras }: Block): boolean {
  return type === types.file && extras.some((extra) => extra.type === encryptionRecord);
}

type Keys = (encryption: Encryption) => Buffer;

/** Yields the blocks with the bytes after them. Behind an encryption block, each block is encrypted by itself. */
function* blocksOf(bytes: Buffer, keyOf: Keys) {
  let headerKey: Buffer | null = null;
  let at = signature.length;
  while (at + 7 < bytes.length) {
    const isHidden = headerKey !== null;
    const { block, end } = headerKey ? hiddenBlock(bytes, at, headerKey) : plainBlock(bytes, at);
    at = end + block.dataSize;
    if (block.type === types.encryption)
      headerKey = keyOf(readEncryption(block.fields, { hasVector: false }));
    else yield { block, content: bytes.subarray(end, at), isHidden };
    if (block.type === types.end) return;
  }
}

function plainBlock(bytes: Buffer, at: number): { block: Block; end: number } {
  const end = at + lengthOfBlock(bytes, at);
  return { block: readBlock(bytes.subarray(at, end)), end };
}

function hiddenBlock(bytes: Buffer, at: number, key: Buffer): { block: Block; end: number } {
  const vector = bytes.subarray(at, at + vectorBytes);
  const start = at + vectorBytes;
  const first = decrypted(bytes.subarray(start, start + vectorBytes), key, vector);
  const length = lengthOfBlock(first, 0);
  const end = start + Math.ceil(length / vectorBytes) * vectorBytes;
  const whole = decrypted(bytes.subarray(start, end), key, vector);
  return { block: readBlock(whole.subarray(0, length)), end };
}

/** Comments and lists of places are left out, because places change. */
function openBlock(block: Block, content: Buffer, keyOf: Keys) {
  if (block.type === types.service) return { isOpened: false, parts: [] };
  if (block.type !== types.file)
    return { isOpened: false, parts: [writtenBlock({ ...block, extras: [] }), content] };
  const record = block.extras.find(({ type }) => type === encryptionRecord);
  if (!record) return { isOpened: false, parts: [writtenBlock(block), content] };
  const encryption = readEncryption(record.content, { hasVector: true });
  const { fields, storedSize } = withoutSum(block.fields);
  const plain = decrypted(content, keyOf(encryption), encryption.vector).subarray(0, storedSize);
  const open = {
    ...block,
    fields,
    extras: block.extras.filter(({ type }) => type !== encryptionRecord && type !== hashRecord),
    dataSize: plain.length,
  };
  return { isOpened: true, parts: [writtenBlock(open), plain] };
}

const hasTime = 2;
const hasSum = 4;

/**
 * Takes the sum out of the fields of a file: of an encrypted file it is mixed with the password. `storedSize` is the size of a file that was
 * stored without packing; of others the filling behind the packed bytes does no harm.
 */
function withoutSum(fields: Buffer): { fields: Buffer; storedSize: number | undefined } {
  const reader: Reader = { bytes: fields, at: 0 };
  const flags = readNumber(reader);
  const size = readNumber(reader);
  const attributes = readNumber(reader);
  const time = fields.subarray(reader.at, reader.at + (flags & hasTime ? 4 : 0));
  reader.at += time.length + (flags & hasSum ? 4 : 0);
  const rest = fields.subarray(reader.at);
  const method = (readNumber(reader) >> 7) & 7;
  return {
    fields: Buffer.concat([
      writtenNumber(flags & ~hasSum),
      writtenNumber(size),
      writtenNumber(attributes),
      time,
      rest,
    ]),
    storedSize: method === 0 ? size : undefined,
  };
}
