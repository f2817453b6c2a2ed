import type { Metadata } from "@besunny/document-model/parsed-document";
import type { Archive } from "../../archive/archive";
import { descendants, parseXml, textOf, type XmlElement } from "../../xml/xml";
import { partsOfKind, readRelations } from "./relations";

/** Reads the metadata of Office and OpenDocument files: title, author, subject, keywords, dates, language. */
export async function readMetadata(archive: Archive): Promise<Metadata> {
  const [core] = partsOfKind(
    await readRelations(archive, ""),
    /^(core-properties|metadata\/core-properties)$/,
    archive,
  );
  const name = core ?? ["docprops/core.xml", "meta.xml"].find((each) => archive.has(each));
  return name ? describedIn(parseXml(await archive.text(name))) : {};
}

/** Returns the metadata from an element with properties, at any depth. */
export function describedIn(properties: XmlElement): Metadata {
  const all = (name: string) =>
    descendants(properties, name)
      .map((each) => textOf(each).trim())
      .filter((text) => text !== "");
  const first = (...names: string[]) => names.flatMap(all)[0];
  const keywords = [...all("keywords"), ...all("keyword")].flatMap((each) =>
    each
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  );
  const language = /^[a-z]{2}(?=$|[-_])/i.exec(first("language") ?? "")?.[0]?.toLowerCase();
  const [title, subject] = [first("title"), first("subject")];
  const author = first("initial-creator", "creator");
  const createdAt = isoDate(first("created", "creation-date"));
  const modifiedAt = isoDate(first("modified", "date"));
  return {
    ...(title && { title }),
    ...(subject && { subject }),
    ...(author && { author }),
    ...(keywords.length > 0 && { keywords }),
    ...(createdAt && { createdAt }),
    ...(modifiedAt && { modifiedAt }),
    ...(language && { language }),
  };
}

function isoDate(value: string | undefined): string | null {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
