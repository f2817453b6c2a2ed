import type { OutlineEntry, ParsedDocument } from "@besunny/document-model/parsed-document";
import { buildPageDocument } from "../../analysis/blocks/build-page-document";
import type { ReadPage } from "../../analysis/blocks/read-page";
import { type Archive, openArchive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt, tooLarge } from "../../contract/refusals";
import { descendants, parseXml } from "../../xml/xml";
import { readMetadata } from "../office/metadata";
import { reportDamage } from "../office/report-damage";
import { damagedPage } from "../pdf/read-pdf-page";
import { pathsOfPages } from "./fixed-pages";
import { createFonts } from "./fonts";
import { partText } from "./package-parts";
import { readXpsPage } from "./read-xps-page";

/** Reads an XPS or OpenXPS file by the runs of letters on its pages. Throws `ReadingError`. */
export async function readXps(source: ReaderInput): Promise<ParsedDocument> {
  const archive = await openArchive(source.bytes, source.limits);
  const paths = await pathsOfPages(archive);
  if (paths.length === 0) throw corrupt("The XPS file");
  if (paths.length > source.limits.pages) throw tooLarge("The XPS file has too many pages.");
  const fonts = createFonts(archive);
  const pages: ReadPage[] = [];
  for (const path of paths)
    pages.push(await readXpsPage(archive, path, fonts).catch(() => damagedPage()));
  const metadata = await readMetadata(archive);
  const outline = await readOutline(archive);
  return buildPageDocument(
    pages,
    source,
    (builder) => {
      Object.assign(builder.metadata, metadata);
      reportDamage(builder, archive);
    },
    outline,
  );
}

async function readOutline(archive: Archive): Promise<OutlineEntry[]> {
  const path = archive.names.find((name) => name.endsWith("documentstructure.struct"));
  if (!path) return [];
  return descendants(parseXml(await partText(archive, path)), "OutlineEntry").map(
    ({ attributes }) => ({
      title: (attributes.Description ?? "").slice(0, 300).toWellFormed(),
      level: Number(attributes.OutlineLevel) || 1,
    }),
  );
}
