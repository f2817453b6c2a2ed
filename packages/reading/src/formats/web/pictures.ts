import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ShownPicture } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { descendants, elements, type XmlElement } from "../../xml/xml";
import { keepPicture } from "../pictures/keep-picture";
import { alternativeOf } from "./inline-elements";
import { isSeen } from "./visibility";

/** Returns the bytes that an address inside a file names, or undefined. Nothing is loaded from elsewhere. */
export type Resolve = (address: string) => Buffer | undefined | Promise<Buffer | undefined>;

/** The pictures of a page by their elements, kept before the page is walked. */
export type PagePictures = Map<XmlElement, ShownPicture>;

/** Smaller pictures, in pixels, are icons beside words. */
const iconSize = 24;
const mostPictures = 5_000;
const pointsPerPixel = 0.75;

/** Keeps the pictures that a page shows, with their data in the page itself or where `resolve` finds them. */
export async function keepPagePictures(
  builder: DocumentBuilder,
  root: XmlElement,
  source: Pick<ReaderInput, "outputDirectory" | "limits">,
  resolve: Resolve = () => undefined,
): Promise<PagePictures> {
  const found: PagePictures = new Map();
  const shown: XmlElement[] = [];
  gather(root, shown);
  for (const element of shown.slice(0, mostPictures)) {
    const bytes = await bytesOf(element, resolve);
    const kept = bytes && (await keepPicture(builder, bytes, source));
    if (!kept || (kept.width > 0 && Math.max(kept.width, kept.height) <= iconSize)) continue;
    found.set(element, { id: kept.id, ...lookOf(element) });
  }
  return found;
}

function gather(element: XmlElement, shown: XmlElement[]) {
  for (const each of elements(element)) {
    // A cover of a book is often a picture inside a drawing.
    if (each.name === "svg") shown.push(...descendants(each, "image").slice(0, 1));
    else if (each.name === "img") shown.push(each);
    else if (isSeen(each)) gather(each, shown);
  }
}

async function bytesOf({ attributes }: XmlElement, resolve: Resolve): Promise<Buffer | undefined> {
  const address = attributes.src ?? attributes["xlink:href"] ?? attributes.href ?? "";
  return /^\s*data:/i.test(address) ? dataIn(address) : await resolve(address.trim());
}

function dataIn(address: string): Buffer | undefined {
  const [, encoding, data] = /^\s*data:[^,]{0,200}?(;base64)?,([\s\S]*)$/i.exec(address) ?? [];
  if (data === undefined) return undefined;
  try {
    return encoding ? Buffer.from(data, "base64") : Buffer.from(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}

function lookOf({ attributes }: XmlElement): Omit<ShownPicture, "id"> {
  const alt = alternativeOf(attributes).trim();
  const [width, height] = [attributes.width, attributes.height].map((length) =>
    /^\d+(\.\d+)?(px)?$/.test(length ?? "") ? Number.parseFloat(length ?? "") * pointsPerPixel : 0,
  );
  return { ...(alt && { alt }), ...(width && height && { width, height }) };
}
