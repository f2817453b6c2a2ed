import { fileTypeFromBuffer } from "file-type";
import type { Part } from "../../contract/part";
import { child, elements, textOf, type XmlElement } from "../../xml/xml";

/** Shorter runs of letters may be a key, a name or a checksum, which people look for. */
const leastCharacters = 400;
const binaryNames =
  /^(EmbeddedDocumentBinaryObject|AttachmentBinaryObject|IncludedBinaryObject|BinaryObject|AttachmentData)$/;

export type Binaries = { parts: Part[]; leftOut: number };

/**
 * Takes base64 out of an XML tree, so that it never becomes text. Returns each block that is a file with its name; counts the others,
 * such as certificates.
 */
export async function takeBinaries(root: XmlElement): Promise<Binaries> {
  const found: Binaries = { parts: [], leftOut: 0 };
  const open: { element: XmlElement; above: XmlElement }[] = [{ element: root, above: root }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, above } = next;
    const inner = elements(element);
    for (const each of inner.reverse()) open.push({ element: each, above: element });
    if (inner.length > 0) continue;
    const encoded = encodedIn(element, above);
    if (encoded === null) continue;
    const bytes = Buffer.from(encoded, hexadecimal.test(encoded) ? "hex" : "base64");
    element.children = [];
    const isNamed = isAttachment(element, above);
    const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
    const mediaType = mediaTypeOf(element, above) ?? type?.mime;
    if (!isNamed && !mediaType) found.leftOut += 1;
    else if (bytes.length > 0)
      found.parts.push({
        fileName: fileNameOf(element, above) ?? (type ? `attachment.${type.ext}` : ""),
        mediaType: mediaType ?? "application/octet-stream",
        bytes,
        isInline: !isNamed,
      });
  }
  return found;
}

function isAttachment({ name }: XmlElement, above: XmlElement): boolean {
  return binaryNames.test(name) || (name === "Attachment" && above.name === "Allegati");
}

/** Returns the base64 of an element without its blanks; null for text. */
function encodedIn(element: XmlElement, above: XmlElement): string | null {
  const text = textOf(element);
  const isNamed = isAttachment(element, above);
  if (!isNamed && text.length < leastCharacters) return null;
  const bare = text.replace(/^\s*data:[\w/+.;=-]{0,100},/, "");
  // Prose has blanks between short words; encoders break lines at 60 characters or more.
  if (!/^[\sA-Za-z0-9+/_-]*={0,2}\s*$/.test(bare)) return null;
  if (isNamed) return bare.replace(/\s/g, "");
  const pieces = bare.trim().split(/\s+/);
  return pieces.slice(0, -1).every((piece) => piece.length >= 40) && isMixed(bare)
    ? pieces.join("")
    : null;
}

/** A long number, a row of signs or one long word is no base64. */
function isMixed(text: string): boolean {
  const sample = text.slice(0, 2_000);
  if (hexadecimal.test(sample)) return /[A-Fa-f]/.test(sample);
  return [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(sample));
}

const hexadecimal = /^[\s0-9A-Fa-f]+$/;

function mediaTypeOf(element: XmlElement, above: XmlElement): string | undefined {
  const { mimeCode, mimetype, "content-type": content } = element.attributes;
  const told = mimeCode ?? mimetype ?? content ?? "";
  const format = siblingText(above, "FormatoAttachment", "AttachmentFormat").toLowerCase();
  if (/^[\w.+-]+\/[\w.+-]+$/.test(told)) return told.toLowerCase();
  return formats[format];
}

const formats: Record<string, string> = {
  pdf: "application/pdf",
  xml: "application/xml",
  txt: "text/plain",
  csv: "text/csv",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  tiff: "image/tiff",
  zip: "application/zip",
  doc: "application/msword",
  rtf: "application/rtf",
  html: "text/html",
};

function fileNameOf(element: XmlElement, above: XmlElement): string | undefined {
  const { filename, fileName, name, id } = element.attributes;
  const told = filename ?? fileName ?? name ?? siblingText(above, "NomeAttachment");
  if (told) return told;
  const description = siblingText(above, "AttachmentDescription");
  const format = siblingText(above, "AttachmentFormat");
  return description ? [description, format].filter(Boolean).join(".") : id;
}

function siblingText(above: XmlElement, ...names: string[]): string {
  for (const name of names) {
    const found = child(above, name);
    if (found) return textOf(found).trim();
  }
  return "";
}
