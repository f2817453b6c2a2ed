import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { type Archive, openArchive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt } from "../../../contract/refusals";
import { child, descendants, elements, parseXml, type XmlElement } from "../../../xml/xml";
import { addContentItems } from "../add-content-items";
import { createPictureReader } from "../drawing/pictures";
import { readMetadata } from "../metadata";
import type { OfficeFile } from "../office-file";
import { withOutline } from "../outline";
import { mainPart, partsOfKind, type Relations, readRelations } from "../relations";
import { reportDamage } from "../report-damage";
import { type FlowContext, flowOf } from "./flow";
import { readMargins } from "./margins";
import { readNotes } from "./notes";
import { readNumbering } from "./numbering";
import { readStyles, toggle } from "./styles";

const deepestInclusion = 5;

/**
 * Reads a DOCX file by its own XML. Lists have the numbers that Word shows, and equations are LaTeX. Notes and comments follow the
 * paragraph that refers to them. Headers and footers come before and after their section, each only once. `depth`
 * counts the documents that include this one. Throws `ReadingError`.
 */
export async function readDocx(source: ReaderInput, depth = 0): Promise<ParsedDocument> {
  const archive = await openArchive(source.bytes, source.limits);
  const part = await mainPart(archive, /^word\/document\d*\.xml$/);
  const bodies = part ? descendants(parseXml(await archive.text(part)), "body") : [];
  if (!part || bodies.length === 0) throw corrupt("The Word document");

  const builder = createDocumentBuilder(source);
  Object.assign(builder.metadata, await readMetadata(archive));
  const readIncluded = (inner: ReaderInput) => readDocx(inner, depth + 1);
  const file: OfficeFile = {
    archive,
    source,
    pictures: createPictureReader(archive, source, builder),
    readIncluded: depth < deepestInclusion ? readIncluded : undefined,
  };
  const relations = await readRelations(archive, part);
  const context = await readContext(archive, relations);
  builder.startPage({ kind: "flow" });
  await addSections(builder, bodies, context, file);
  tellChanges(builder, context);
  for (const words of context.unseen.words) builder.hide(words);
  reportDamage(builder, archive);
  return withOutline(builder.build());
}

/** Returns true if something may lie behind the text: a colour of the page, or a drawing in the body or in a header. */
async function hasGround(archive: Archive): Promise<boolean> {
  for (const name of archive.names)
    if (/^word\/(document|header|footer)\d*\.xml$/.test(name)) {
      const part = (await archive.bytes(name)).toString("latin1");
      if (/behindDoc="(1|true)"|<w:background\b|z-index:-/.test(part)) return true;
    }
  return false;
}

async function readContext(archive: Archive, relations: Relations): Promise<FlowContext> {
  const part = (kind: string) => partsOfKind(relations, new RegExp(`^${kind}$`), archive)[0];
  const styles = await readStyles(archive, part("styles"));
  return {
    archive,
    relations,
    styles,
    numbering: await readNumbering(archive, part("numbering"), styles.lists),
    notes: await readNotes(archive, {
      footnotes: part("footnotes"),
      endnotes: part("endnotes"),
      comments: part("comments"),
    }),
    changes: { inserted: 0, deleted: 0 },
    unseen: { words: [], whiteIsLeftOut: !(await hasGround(archive)) },
    isOnGround: false,
  };
}

async function addSections(
  builder: DocumentBuilder,
  bodies: XmlElement[],
  context: FlowContext,
  file: OfficeFile,
) {
  const settings = partsOfKind(context.relations, /^settings$/, file.archive)[0];
  const root = settings && parseXml(await file.archive.text(settings));
  const hasEvenPages = root ? descendants(root, "evenAndOddHeaders").some(toggle) : false;
  const margins = readMargins(file, context, hasEvenPages);
  for (const { content, properties } of bodies.flatMap(sectionsOf)) {
    await addContentItems(builder, await margins.of(properties, "header"), file);
    await addContentItems(builder, flowOf(content, context), file);
    await addContentItems(builder, await margins.of(properties, "footer"), file);
  }
}

type Section = { content: XmlElement; properties: XmlElement | undefined };

/** Splits the body into sections. A section's properties are in its last paragraph, or at the end of the body for the last section. */
function sectionsOf(body: XmlElement): Section[] {
  const sections: Section[] = [];
  let open: XmlElement[] = [];
  const close = (properties: XmlElement | undefined) => {
    sections.push({ content: { name: "body", attributes: {}, children: open }, properties });
    open = [];
  };
  for (const element of elements(body)) {
    if (element.name === "sectPr") close(element);
    else {
      open.push(element);
      const properties = child(element, "pPr/sectPr");
      if (properties) close(properties);
    }
  }
  if (open.length > 0) close(undefined);
  return sections;
}

function tellChanges({ warnings }: DocumentBuilder, { changes }: FlowContext) {
  const { inserted, deleted } = changes;
  if (inserted + deleted > 0)
    warnings.push(
      `The document has tracked changes: ${inserted} insertions are read as accepted, ${deleted} deletions are left out.`,
    );
}
