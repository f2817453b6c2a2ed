import { inflateSync } from "node:zlib";
import { type BaseBlock, Constructed, fromBER, OctetString, Sequence } from "asn1js";
import { ContentInfo, SignedData } from "pkijs";
import { signersOf } from "./signers";

/** The content of one wrapper of a CMS message. `content` is null where the signature is apart from it. */
export type Layer = { content: Buffer | null; signers: string[] };

const signed = "1.2.840.113549.1.7.2";
const compressed = "1.2.840.113549.1.9.16.1.9";
const mostNodes = 2_000_000;

/** Opens the outermost wrapper of a CMS message. Returns null for damaged content. Throws errors of the libraries. */
export function cmsLayer(bytes: Buffer, mostBytes: number): Layer | "encrypted" | null {
  const { result, offset } = fromBER(bytes, {
    maxNodes: mostNodes,
    maxContentLength: bytes.length,
    copyInput: false,
    // The library would parse each piece of the content as a message. The cost grows with the square of their number.
    parseEmbedded: false,
  });
  if (offset < 0) return null;
  const { contentType, content } = new ContentInfo({ schema: result });
  if (contentType === compressed) return inflated(content, mostBytes);
  if (contentType !== signed) return "encrypted";
  const data = new SignedData({ schema: content });
  const { eContent } = data.encapContentInfo;
  return {
    content: eContent ? Buffer.from(eContent.getValue()) : null,
    signers: signersOf(data),
  };
}

/** Opens compressed data (RFC 3274), whose content is the third member. */
function inflated(wrapped: BaseBlock, mostBytes: number): Layer | null {
  const [, , inner] = wrapped instanceof Sequence ? wrapped.valueBlock.value : [];
  const [, held] = inner instanceof Sequence ? inner.valueBlock.value : [];
  const [octets] = held instanceof Constructed ? held.valueBlock.value : [];
  if (!(octets instanceof OctetString)) return null;
  const content = inflateSync(Buffer.from(octets.getValue()), { maxOutputLength: mostBytes });
  return { content, signers: [] };
}
