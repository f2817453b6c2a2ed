import { cmsBytes } from "./cms-bytes";

/** A CMS message: the signers in words, and what they signed. `content` is null where the signature is apart from it. */
export type Opened =
  | { kind: "signed"; content: Buffer | null; signers: string[] }
  | { kind: "encrypted" };

const deepest = 10;

/**
 * Opens a message signed by S/MIME, CAdES or any other CMS program (DER, BER, PEM, base64, and one inside another). Verifies nothing. Returns null
 * for other bytes and for damaged ones. `mostBytes` limits the size of compressed content.
 */
export async function openSigned(bytes: Buffer, mostBytes: number): Promise<Opened | null> {
  const signers: string[] = [];
  let content: Buffer | null = bytes;
  for (let depth = 0; depth < deepest && content; depth++) {
    const layer = await layerOf(content, mostBytes);
    if (!layer) return depth === 0 ? null : { kind: "signed", content, signers };
    if (layer === "encrypted") return { kind: "encrypted" };
    signers.push(...layer.signers);
    content = layer.content;
  }
  return { kind: "signed", content, signers };
}

/** Loads the libraries only for a message, so that a child that reads other files stays small. */
async function layerOf(bytes: Buffer, mostBytes: number) {
  const binary = cmsBytes(bytes);
  if (!binary) return null;
  try {
    return (await import("./cms-layer")).cmsLayer(binary, mostBytes);
  } catch {
    return null;
  }
}
