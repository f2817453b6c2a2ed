import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { Archive } from "../../archive/archive";
import type { ReaderInput } from "../../contract/reader-input";
import { corrupt, unsupported } from "../../contract/refusals";
import { addContentItems } from "../office/add-content-items";
import { createPictureReader } from "../office/drawing/pictures";
import { type OnePage, readPage } from "./content/page";
import type { Unread } from "./content/page-walk";
import { pagesOf } from "./content/pages";
import { openStore } from "./open-store";
import type { OneStore } from "./store/one-store";
import { propertyIds } from "./store/property-ids";
import { textOf } from "./store/values";

/**
 * Reads a section of OneNote: a page for each page, with title, author and dates. Paragraphs, lists, tables, links, tags, words in pictures
 * and embedded files are read. Earlier states of pages and deleted pages are left out. Throws `ReadingError`.
 */
export async function readOneNote(source: ReaderInput): Promise<ParsedDocument> {
  const store = opened(source);
  const builder = createDocumentBuilder(source);
  const unread: Unread = { ink: 0, recordings: [], missingFiles: [], missing: 0 };
  const kept = keptBytes();
  const file = {
    archive: kept.archive,
    source,
    pictures: createPictureReader(kept.archive, source, builder),
  };
  const { pages, isWhole } = pagesOf(store);
  const read: OnePage[] = [];
  let lost = 0;
  for (const { space: id, metadata } of pages) {
    if (read.length >= source.limits.pages || builder.length > source.limits.textCharacters) {
      builder.warnings.push(`Only the first ${read.length} pages were read.`);
      break;
    }
    const space = store.space(id);
    const page = space && readPage(space, metadata, { unread, keep: kept.keep });
    if (!page) {
      if (!space?.contentRoot && isWhole) lost += 1;
      continue;
    }
    read.push(page);
    startPage(builder, page);
    await addContentItems(builder, page.items, file);
  }
  describe(builder, store, read);
  const damages = store.damages() + unread.missing;
  if (builder.length === 0 && (damages > 0 || lost > 0 || !isWhole))
    throw corrupt("The OneNote section");
  builder.warnings.push(...warningsAbout(unread, { lost, isDamaged: damages > 0 || !isWhole }));
  return builder.build();
}

function opened({ bytes }: ReaderInput): OneStore {
  let store: OneStore | null = null;
  try {
    store = openStore(bytes);
  } catch (error) {
    throw corrupt("The OneNote section", error);
  }
  if (!store)
    throw unsupported(
      "A OneNote section of this version",
      "Open it in OneNote, export it as a section of OneNote 2010 or later, or as PDF, and upload that.",
    );
  if (store.isProtected)
    throw unsupported(
      "A OneNote section with a password",
      "Remove its password in OneNote, or export it as PDF, and upload that.",
    );
  return store;
}

/** Holds the bytes of pictures and files under paths of our own, as an archive does. */
function keptBytes(): { archive: Archive; keep: (bytes: Buffer) => string } {
  const files: Buffer[] = [];
  const bytes = (path: string) => Promise.resolve(files[Number(path)] ?? Buffer.alloc(0));
  return {
    keep: (content) => String(files.push(content) - 1),
    archive: {
      names: [],
      damaged: [],
      has: (path) => files[Number(path)] !== undefined,
      bytes,
      text: async (path) => (await bytes(path)).toString("utf8"),
    },
  };
}

function startPage(builder: DocumentBuilder, page: OnePage) {
  const label = page.label || "Untitled page";
  const started = builder.startPage({ kind: "flow", label });
  builder.outline.push({ title: label, level: page.level, page: started.number });
  builder.add({ kind: "heading", level: 1, text: page.title });
  const lines = [
    ["Author", page.author],
    ["Created", page.shownDate || inWords(page.createdAt)],
    ["Changed", inWords(page.changedAt)],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  builder.add({ kind: "paragraph", text: lines.join("\n") });
}

function inWords(iso: string | undefined): string {
  return iso ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : "";
}

function describe({ metadata }: DocumentBuilder, { root }: OneStore, pages: OnePage[]) {
  const section = root?.object(root.metadataRoot);
  const title = section ? textOf(section, propertyIds.sectionName).trim() : "";
  const authors = new Set(pages.flatMap(({ author }) => author ?? []));
  const created = pages.flatMap(({ createdAt }) => createdAt ?? []).sort()[0];
  const changed = pages.flatMap(({ changedAt }) => changedAt ?? []).sort();
  if (title) metadata.title = title;
  if (authors.size > 0) metadata.author = [...authors].join(", ");
  if (created) metadata.createdAt = created;
  const last = changed.at(-1);
  if (last) metadata.modifiedAt = last;
}

function warningsAbout(
  { ink, recordings, missingFiles }: Unread,
  { lost, isDamaged }: { lost: number; isDamaged: boolean },
): string[] {
  const warnings: string[] = [];
  if (isDamaged || lost > 0)
    warnings.push("The file is damaged: parts of the document are missing.");
  if (lost > 0)
    warnings.push(`${lost} ${lost === 1 ? "page is" : "pages are"} missing in the file.`);
  if (ink > 0)
    warnings.push(
      `Writing or drawing by hand was not read (${ink} ${ink === 1 ? "place" : "places"}).`,
    );
  if (recordings.length > 0) warnings.push(`Recordings were not read: ${named(recordings)}.`);
  if (missingFiles.length > 0)
    warnings.push(`Embedded files are missing in the section: ${named(missingFiles)}.`);
  return warnings;
}

const mostNamed = 10;

function named(names: string[]): string {
  const shown = names.slice(0, mostNamed).join(", ");
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}
