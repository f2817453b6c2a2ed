import {
  AlgorithmSuiteIdentifier,
  NodeAlgorithmSuite,
  type NodeEncryptionMaterial,
} from "@aws-crypto/client-node";
import { aadFactory, deserializeFactory, type HeaderInfo } from "@aws-crypto/serialize";

import { versionOf } from "./workspace-keyring";

/** A range of a file is read from the frame in which it begins. */
export const FRAME_BYTES = 256 * 1024;
/** No header is longer: it holds three short words and one key. */
export const HEADER_BYTES = 4096;

/** AES-256-GCM with a key that is derived for each message, which commits to it. It signs nothing, so a part of a file is proven by itself. */
const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
export const suite = new NodeAlgorithmSuite(suiteId);

/** The second version of the message format, with that suite. */
const BEGINNING = Buffer.from([0x02, suiteId >> 8, suiteId & 0xff]);

/** The place of a file, which its message proves: a file that was put elsewhere does not open. */
export type Place = { workspace: string; object: string; kind: string };

/** The header of an encrypted file, and the version of the workspace's key that opens it. */
export type Header = { info: HeaderInfo; version: number; bodyAt: number };

const { deserializeMessageHeader } = deserializeFactory(
  (bytes) => Buffer.from(bytes).toString("utf8"),
  NodeAlgorithmSuite,
);

/** Reads the header of a file from its first bytes. Null: the file is plain. Undefined: more bytes are needed to tell. */
export function headerIn(bytes: Buffer): Header | null | undefined {
  const seen = bytes.subarray(0, BEGINNING.length);
  if (!seen.equals(BEGINNING.subarray(0, seen.length))) return null;
  if (seen.length < BEGINNING.length) return undefined;
  try {
    const info = deserializeMessageHeader(bytes, { maxEncryptedDataKeys: 1 });
    if (!info) return bytes.length < HEADER_BYTES ? undefined : null;
    const [key] = info.messageHeader.encryptedDataKeys;
    const version = key ? versionOf(key) : null;
    if (version === null) return null;
    return { info, version, bodyAt: info.rawHeader.length + info.headerAuth.headerAuthLength };
  } catch {
    return null;
  }
}

/** Returns whether the header is that of a file at this place. */
export function isAt({ info }: Header, place: Place): boolean {
  const { workspace, object, kind } = info.messageHeader.encryptionContext;
  return workspace === place.workspace && object === place.object && kind === place.kind;
}

const { messageAAD, messageAADContentString } = aadFactory((text) => Buffer.from(text));

type FrameFacts = { sequenceNumber: number; contentLength: number; isFinalFrame: boolean };

/** Returns what a frame proves beside its content: its message, its number, its length, and whether it is the last. */
export function provenBy({ messageId, contentType }: Info, frame: FrameFacts): Buffer {
  const { sequenceNumber, contentLength, isFinalFrame } = frame;
  const says = messageAADContentString({ contentType, isFinalFrame });
  return Buffer.from(messageAAD(messageId, says, sequenceNumber, contentLength));
}

type Info = Pick<HeaderInfo["messageHeader"], "messageId" | "contentType">;

/** The size of a nonce, by the type that the library wants. */
export const nonceBytes: NodeEncryptionMaterial["suite"]["ivLength"] = suite.ivLength;
