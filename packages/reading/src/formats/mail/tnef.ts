import type { Part } from "../../contract/part";
import { decodeAs } from "../../detect/decode-as";
import { decodeText } from "../../detect/decode-text";
import { isTnef } from "../../detect/is-tnef";
import { openRtfBody } from "./msg-body";

export type Tnef = { subject: string; parts: Part[]; html: string; text: string; rtf?: Buffer };

const attachmentBegins = 0x9002;
const attachmentTitle = 0x8010;
const attachmentData = 0x800f;
const attachmentProperties = 0x9005;
const messageProperties = 0x9003;
const messageBody = 0x800c;
const messageSubject = 0x8004;
const codepage = 0x9007;

/** Opens Outlook's winmail.dat ([MS-OXTNEF]). Returns the files in it and its body, or null for other bytes. */
export function openTnef(bytes: Buffer): Tnef | null {
  if (!isTnef(bytes)) return null;
  const found: Tnef = { subject: "", parts: [], html: "", text: "" };
  let charset = "windows-1252";
  let open: Part | null = null;
  for (const { id, data } of attributesIn(bytes)) {
    if (id === codepage && data.length >= 4) charset = `windows-${data.readUInt32LE(0)}`;
    else if (id === messageSubject) found.subject = textOf(data, charset);
    else if (id === messageBody) found.text = textOf(data, charset);
    else if (id === messageProperties) readBody(propertiesIn(data), found);
    else if (id === attachmentBegins) {
      open = {
        fileName: "",
        mediaType: "application/octet-stream",
        bytes: data.subarray(0, 0),
        isInline: false,
      };
      found.parts.push(open);
    } else if (open && id === attachmentTitle) open.fileName ||= textOf(data, charset);
    else if (open && id === attachmentData) open.bytes = data;
    else if (open && id === attachmentProperties) readAttachment(propertiesIn(data), open, charset);
  }
  return found;
}

function* attributesIn(bytes: Buffer): Iterable<{ id: number; data: Buffer }> {
  for (let at = 6; at + 11 <= bytes.length; ) {
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const end = at + 9 + length;
    if (end > bytes.length) return;
    yield { id, data: bytes.subarray(at + 9, end) };
    at = end + 2;
  }
}

function textOf(data: Buffer, charset: string): string {
  const end = data.indexOf(0);
  const own = end < 0 ? data : data.subarray(0, end);
  return decodeAs(own, charset) ?? own.toString("latin1");
}

function wideTextOf(data: Buffer): string {
  return data.toString("utf16le").split("\0", 1)[0] ?? "";
}

function readBody(properties: Map<number, Buffer>, found: Tnef) {
  const html = properties.get(0x1013);
  if (html) found.html = decodeText(html);
  const body = properties.get(0x1000);
  if (body && !found.text) found.text = wideTextOf(body);
  const compressed = properties.get(0x1009);
  const opened = compressed ? openRtfBody(compressed) : null;
  if (opened && "html" in opened && !found.html) found.html = opened.html;
  if (opened && "text" in opened && !found.text) found.text = opened.text;
  if (opened && "rtf" in opened) found.rtf = opened.rtf;
}

function readAttachment(properties: Map<number, Buffer>, part: Part, charset: string) {
  const name = properties.get(0x3707) ?? properties.get(0x3704);
  if (name) {
    const isWide = name.length > 1 && name[1] === 0;
    part.fileName = isWide ? wideTextOf(name) : textOf(name, charset);
  }
  const type = properties.get(0x370e);
  if (type) part.mediaType = type.toString("latin1").replaceAll("\0", "") || part.mediaType;
}

const sizes: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  10: 4,
  11: 4,
  5: 8,
  6: 8,
  7: 8,
  20: 8,
  64: 8,
  72: 16,
};

/** Returns the valid MAPI properties by the id of their tag. Keeps only the first of several values. */
function propertiesIn(data: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  try {
    const count = data.readUInt32LE(0);
    let at = 4;
    for (let index = 0; index < count; index++) {
      const type = data.readUInt16LE(at);
      const id = data.readUInt16LE(at + 2);
      at += 4;
      if (id >= 0x8000) at = afterName(data, at);
      const fixed = sizes[type & 0xfff];
      const isMany = (type & 0x1000) !== 0 || fixed === undefined;
      const values = isMany ? data.readUInt32LE(at) : 1;
      if (isMany) at += 4;
      for (let value = 0; value < values; value++) {
        const length = fixed ?? data.readUInt32LE(at);
        if (fixed === undefined) at += 4;
        if (at + length > data.length) return found;
        if (value === 0) found.set(id, data.subarray(at, at + length));
        at += length + ((4 - (length % 4)) % 4);
      }
    }
  } catch {
    return found;
  }
  return found;
}

function afterName(data: Buffer, at: number): number {
  const kind = data.readUInt32LE(at + 16);
  if (kind === 0) return at + 24;
  const length = data.readUInt32LE(at + 20);
  return at + 24 + length + ((4 - (length % 4)) % 4);
}
