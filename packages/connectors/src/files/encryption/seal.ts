import { randomBytes } from "node:crypto";
import {
  CommitmentPolicy,
  getEncryptHelper,
  type KeyringNode,
  NodeDefaultCryptographicMaterialsManager,
} from "@aws-crypto/client-node";
import {
  MessageIdLength,
  serializeFactory,
  serializeMessageHeaderAuth,
} from "@aws-crypto/serialize";

import { FRAME_BYTES, nonceBytes, type Place, provenBy, suite } from "./message";

const {
  buildMessageHeader,
  finalFrameHeader,
  frameHeader,
  frameIv,
  headerAuthIv,
  serializeMessageHeader,
} = serializeFactory((text) => Buffer.from(text), { utf8Sorting: true });

/**
 * Encrypts bytes as a message of the AWS Encryption SDK, with its keys and its frames. The library's own stream ends the process when its reader goes
 * away, so it is not used.
 */
export async function* sealed(
  content: AsyncIterable<Uint8Array>,
  place: Place,
  keyring: KeyringNode,
): AsyncGenerator<Buffer> {
  const { header, messageHeader, cipherOf } = await begin(place, keyring);
  yield header;

  function frameOf(bytes: Buffer, sequenceNumber: number, isFinalFrame: boolean): Buffer {
    const contentLength = bytes.length;
    const nonce = frameIv(nonceBytes, sequenceNumber);
    const cipher = cipherOf(nonce).setAAD(
      provenBy(messageHeader, { sequenceNumber, contentLength, isFinalFrame }),
    );
    const head = isFinalFrame
      ? finalFrameHeader(sequenceNumber, nonce, contentLength)
      : frameHeader(sequenceNumber, nonce);
    const hidden = cipher.update(bytes);
    return Buffer.concat([head, hidden, cipher.final(), cipher.getAuthTag()]);
  }

  let number = 1;
  for await (const { bytes, isLast } of inFrames(content)) {
    yield frameOf(bytes, number, isLast);
    number += 1;
  }
}

/** Cuts content into frames. Only a frame from several chunks is copied. */
async function* inFrames(content: AsyncIterable<Uint8Array>) {
  let waiting: Buffer[] = [];
  let missing = FRAME_BYTES;
  for await (const chunk of content) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    while (rest.length >= missing) {
      waiting.push(rest.subarray(0, missing));
      rest = rest.subarray(missing);
      yield { bytes: joined(waiting), isLast: false };
      waiting = [];
      missing = FRAME_BYTES;
    }
    if (rest.length > 0) waiting.push(rest);
    missing -= rest.length;
  }
  yield { bytes: joined(waiting), isLast: true };
}

function joined(parts: Buffer[]): Buffer {
  const [first, ...others] = parts;
  return first && others.length === 0 ? first : Buffer.concat(parts);
}

async function begin(place: Place, keyring: KeyringNode) {
  const material = await new NodeDefaultCryptographicMaterialsManager(
    keyring,
  ).getEncryptionMaterials({
    suite,
    encryptionContext: { ...place },
    commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  });
  const messageId = randomBytes(MessageIdLength.V2);
  const { getCipher, keyCommitment } = getEncryptHelper(material).getCipherInfo(messageId);
  const messageHeader = buildMessageHeader({
    suite: material.suite,
    encryptionContext: material.encryptionContext,
    encryptedDataKeys: material.encryptedDataKeys,
    messageId,
    frameLength: FRAME_BYTES,
    suiteData: keyCommitment,
  });
  const raw = Buffer.from(serializeMessageHeader(messageHeader));
  const headerIv = headerAuthIv(nonceBytes);
  const proof = getCipher(headerIv).setAAD(raw);
  proof.update(Buffer.alloc(0));
  proof.final();
  const headerAuthTag = proof.getAuthTag();
  const auth = serializeMessageHeaderAuth({ headerIv, headerAuthTag, messageHeader });
  return { header: Buffer.concat([raw, auth]), messageHeader, cipherOf: getCipher };
}
