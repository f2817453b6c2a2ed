import {
  getDecryptionHelper,
  type KeyringNode,
  NodeDefaultCryptographicMaterialsManager,
} from "@aws-crypto/client-node";
import { decodeBodyHeader } from "@aws-crypto/serialize";

import type { BytesPart } from "../files";
import { FRAME_BYTES, type Header, provenBy, suite } from "./message";

/** Number, nonce and tag of a frame; the last frame of a message also has a mark and its length. */
const FRAME_EXTRA = 4 + 12 + 16;
const LAST_EXTRA = 8;

/** Returns the bytes of an encrypted file that hold these bytes of the plain one. They may end after the end of the file. */
export function framesOf({ bodyAt }: Header, { first, last }: BytesPart): BytesPart {
  const each = FRAME_BYTES + FRAME_EXTRA;
  return {
    first: bodyAt + Math.floor(first / FRAME_BYTES) * each,
    last: bodyAt + (Math.floor(last / FRAME_BYTES) + 1) * each + LAST_EXTRA - 1,
  };
}

/** All bytes of a file, to its last frame. */
export const whole: BytesPart = { first: 0, last: Number.POSITIVE_INFINITY };

/**
 * Decrypts the frames that hold a part of a file. The library decrypts whole messages alone, so this takes its pieces: its keys, its headers of frames
 * and what each frame proves. Throws if the header or a frame was changed, moved or cut off.
 */
export async function* opened(
  frames: AsyncIterable<Buffer>,
  header: Header,
  { first, last }: BytesPart,
  keyring: KeyringNode,
): AsyncGenerator<Buffer> {
  const decipherOf = await openHeader(header, keyring);
  let at = Math.floor(first / FRAME_BYTES) * FRAME_BYTES;
  for await (const frame of framesIn(frames, header)) {
    if (frame.sequenceNumber !== at / FRAME_BYTES + 1) throw new Error("A frame is missing");
    yield plainOf(frame, header, decipherOf).subarray(Math.max(0, first - at), last + 1 - at);
    at += FRAME_BYTES;
    if (frame.isFinalFrame || at > last) return;
  }
  throw new Error("The file ends too early");
}

async function* framesIn(chunks: AsyncIterable<Buffer>, header: Header): AsyncGenerator<Frame> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    // Chunks are joined when a frame may be whole, and the short last frame at the end.
    if (size < FRAME_BYTES + FRAME_EXTRA) continue;
    let bytes = Buffer.concat(waiting);
    for (let frame = frameIn(bytes, header); frame; frame = frameIn(bytes, header)) {
      yield frame;
      bytes = bytes.subarray(frame.end);
    }
    waiting = [bytes];
    size = bytes.length;
  }
  const last = size > 0 && frameIn(Buffer.concat(waiting), header);
  if (last) yield last;
}

type DecipherOf = Awaited<ReturnType<typeof openHeader>>;
type Frame = NonNullable<ReturnType<typeof frameIn>>;

/** Proves the header and returns what deciphers its frames. */
async function openHeader({ info }: Header, keyring: KeyringNode) {
  const { messageHeader, rawHeader, headerAuth } = info;
  const { encryptionContext, encryptedDataKeys, messageId } = messageHeader;
  const material = await new NodeDefaultCryptographicMaterialsManager(keyring).decryptMaterials({
    suite,
    encryptionContext,
    encryptedDataKeys: [...encryptedDataKeys],
  });
  const commitment = "suiteData" in messageHeader ? messageHeader.suiteData : undefined;
  const decipherOf = getDecryptionHelper(material).getDecipherInfo(messageId, commitment);
  const proof = decipherOf(headerAuth.headerIv).setAAD(Buffer.from(rawHeader));
  proof.setAuthTag(Buffer.from(headerAuth.headerAuthTag));
  proof.update(Buffer.alloc(0));
  proof.final();
  return decipherOf;
}

function frameIn(bytes: Buffer, { info }: Header) {
  const found = decodeBodyHeader(bytes, info, 0);
  if (!found) return null;
  const tagAt = found.readPos + found.contentLength;
  const end = tagAt + found.tagLength / 8;
  if (bytes.length < end) return null;
  const content = bytes.subarray(found.readPos, tagAt);
  return { ...found, content, tag: bytes.subarray(tagAt, end), end };
}

function plainOf(frame: Frame, { info }: Header, decipherOf: DecipherOf): Buffer {
  const decipher = decipherOf(frame.iv).setAAD(provenBy(info.messageHeader, frame));
  decipher.setAuthTag(frame.tag);
  const plain = decipher.update(frame.content);
  decipher.final();
  return plain;
}
