import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { openArchive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { ReadingError } from "../../../contract/reading-error";
import { corrupt } from "../../../contract/refusals";
import { child, descendants, elements, parseXml, textOf } from "../../../xml/xml";
import { addContentItems } from "../add-content-items";
import type { ContentItem } from "../content-item";
import { createPictureReader } from "../drawing/pictures";
import { readMetadata } from "../metadata";
import type { OfficeFile } from "../office-file";
import { withOutline } from "../outline";
import { points } from "../points";
import { mainPart, partsOfKind, type Relations, readRelations } from "../relations";
import { reportDamage } from "../report-damage";
import { commentItems, readAuthors } from "./comments";
import { createLayouts, type Layout, placeholderOf } from "./layouts";
import { shapeItems } from "./shapes";
import { slidesOf } from "./slides";
import { paragraphsOf } from "./text";
import { findUnseenShapes } from "./unseen-shapes";

/**
 * Reads a presentation, a page for each slide: title, shapes, tables, charts; then the speaker's notes and the comments. Throws
 * `ReadingError`.
 */
export async function readPptx(source: ReaderInput): Promise<ParsedDocument> {
  const archive = await openArchive(source.bytes, source.limits);
  const builder = createDocumentBuilder(source);
  const file = { archive, source, pictures: createPictureReader(archive, source, builder) };
  const part = await mainPart(archive, /^ppt\/presentation\.xml$/);
  const relations = part ? await readRelations(archive, part) : new Map();
  const presentation = parseXml(part ? await archive.text(part) : "");
  const slides = slidesOf(presentation, relations, archive);
  if (!part && slides.length === 0) throw corrupt("The presentation");

  Object.assign(builder.metadata, await readMetadata(archive));
  const [size] = descendants(presentation, "sldSz");
  const authors = await readAuthors(archive, relations);
  const layoutOf = createLayouts(archive);
  const told = new Set<string>();
  if (slides.length > source.limits.pages)
    builder.warnings.push(`Only the first ${source.limits.pages} slides are read.`);
  const shown = { width: points(size?.attributes.cx), height: points(size?.attributes.cy) };
  for (const [index, path] of slides.slice(0, source.limits.pages).entries()) {
    builder.startPage({ kind: "slide", ...shown });
    try {
      await addSlide(builder, {
        path,
        number: index + 1,
        file,
        layoutOf,
        told,
        authors,
        size: shown,
      });
    } catch (error) {
      if (isEncrypted(error)) throw error;
      builder.warnings.push(`Slide ${index + 1} is damaged and could not be read.`);
    }
  }
  reportDamage(builder, archive);
  return withOutline(builder.build());
}

type Slide = {
  path: string;
  number: number;
  file: OfficeFile;
  layoutOf: ReturnType<typeof createLayouts>;
  told: Set<string>;
  authors: Map<string, string>;
  size: { width: number; height: number };
};

async function addSlide(
  builder: DocumentBuilder,
  { path, number, file, layoutOf, told, authors, size }: Slide,
) {
  const { archive } = file;
  const root = parseXml(await archive.text(path));
  const relations = await readRelations(archive, path);
  if (/^(0|false)$/.test(elements(root, "sld")[0]?.attributes.show ?? "1"))
    builder.warnings.push(`Slide ${number} is hidden when the slides are shown.`);
  const [tree] = descendants(root, "spTree");
  if (!tree) throw corrupt(`Slide ${number}`);
  const layout = await layoutOf(relations);
  const unseen = findUnseenShapes(root, layout, {
    size,
    hide: (text) => builder.hide({ text, fate: "left-out" }),
  });
  const context = { archive, relations, layout, isFirst: number === 1, unseen };
  await addContentItems(builder, commonItems(layout, told), file);
  await addContentItems(builder, shapeItems(tree, context), file);
  await addContentItems(builder, await noteItems(file, relations), file);
  await addContentItems(builder, await commentItems(archive, relations, authors), file);
}

function isEncrypted(error: unknown): boolean {
  return error instanceof ReadingError && error.code === "ENCRYPTED";
}

/** Returns the words that are on every slide, such as the speaker's name, only once. */
function commonItems(layout: Layout, told: Set<string>): ContentItem[] {
  return layout.shapes.flatMap((shape): ContentItem[] => {
    const text = descendants(shape, "p")
      .map((paragraph) => descendants(paragraph, "t").map(textOf).join(""))
      .join("\n")
      .trim();
    if (text === "" || told.has(text)) return [];
    told.add(text);
    return [{ kind: "header", text }];
  });
}

async function noteItems({ archive }: OfficeFile, relations: Relations): Promise<ContentItem[]> {
  const items: ContentItem[] = [];
  for (const path of partsOfKind(relations, /^notesSlide$/, archive)) {
    const own = await readRelations(archive, path);
    for (const shape of descendants(parseXml(await archive.text(path)), "sp")) {
      const body = child(shape, "txBody");
      if (!body || placeholderOf(shape)?.type !== "body") continue;
      const text = paragraphsOf(body, [], { relations: own })
        .map((paragraph) => paragraph.text)
        .filter((each) => each.trim() !== "")
        .join("\n");
      if (text !== "") items.push({ kind: "footnote", text: `Notes: ${text}` });
    }
  }
  return items;
}
