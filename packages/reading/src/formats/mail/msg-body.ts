import { decompressRTF } from "@kenjiuno/decompressrtf";
import iconv from "iconv-lite";
import { deEncapsulateSync } from "rtf-stream-parser";

export type RtfBody = { html: string } | { text: string } | { rtf: Buffer };

/** Opens Outlook's compressed RTF, which mostly wraps HTML or text. Returns the HTML, the text or the RTF itself, or null if damaged. */
export function openRtfBody(compressed: Uint8Array): RtfBody | null {
  if (compressed.length < 16 || compressed.length > 16_000_000) return null;
  const rtf = decompressed(compressed);
  return rtf?.subarray(0, 6).toString("latin1").startsWith("{\\rtf") ? insideRtf(rtf) : null;
}

/** Returns the HTML or text that RTF wraps, or the RTF itself. */
export function insideRtf(rtf: Buffer): RtfBody {
  if (!/\\from(html|text)/.test(rtf.subarray(0, 2_000).toString("latin1"))) return { rtf };
  try {
    const { mode, text } = deEncapsulateSync(rtf, { decode: iconv.decode, warn: () => undefined });
    const plain = typeof text === "string" ? text : text.toString("utf8");
    return mode === "html" ? { html: plain } : { text: plain };
  } catch {
    return { rtf };
  }
}

function decompressed(compressed: Uint8Array): Buffer | null {
  try {
    return Buffer.from(decompressRTF(Array.from(compressed)));
  } catch {
    return null;
  }
}
