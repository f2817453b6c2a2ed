import type { Part } from "../../contract/part";
import { decodeText } from "../../detect/decode-text";
import { emlMessage } from "../mail/eml-message";
import type { Resolve } from "./pictures";

/** Returns the HTML of a page, and for a page that was saved as MHTML also the pictures that were saved with it. */
export async function openPage(bytes: Buffer): Promise<{ html: string; resolve?: Resolve }> {
  const start = bytes.subarray(0, 4_096).toString("latin1");
  if (
    /^\s*</.test(start) ||
    !/^(from|mime-version|snapshot-content-location|subject|date|content-type|x-[\w-]+):/im.test(
      start,
    )
  )
    return { html: decodeText(bytes, declaredIn(start)) };
  const { html, text, parts } = await emlMessage(namedByPlace(bytes));
  const base = /^(?:snapshot-)?content-location:[ \t]*(\S+)/im.exec(start)?.[1];
  return { html: html || text, resolve: (address) => partAt(parts, address, base) };
}

/** A saved page names its pictures by the addresses that they came from. Parsers of mail only tell the id of a part. */
function namedByPlace(bytes: Buffer): Buffer {
  const named = bytes
    .toString("latin1")
    .replace(/^content-id:[^\r\n]*\r?\n(?=(?:[\w-]+:[^\r\n]*\r?\n)*content-location:)/gim, "")
    .replace(
      /^content-location:[ \t]*(\S+)(?:\r?\n[ \t]+(\S+))*/gim,
      (_, first, second = "") => `Content-ID: <${first}${second}>`,
    );
  return Buffer.from(named, "latin1");
}

function partAt(parts: Part[], address: string, base: string | undefined): Buffer | undefined {
  const places = new Set([address, address.replace(/^cid:/i, ""), absolute(address, base)]);
  return parts.find(({ contentId }) => contentId !== undefined && places.has(contentId))?.bytes;
}

function absolute(address: string, base: string | undefined): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

function declaredIn(start: string): string | undefined {
  return /<meta[^>]{1,300}charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start)?.[1];
}
