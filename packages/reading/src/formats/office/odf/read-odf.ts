import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { type Archive, openArchive } from "../../../archive/archive";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted } from "../../../contract/refusals";
import { descendants, elements, parseXml, textOf, type XmlElement } from "../../../xml/xml";
import { addContentItems } from "../add-content-items";
import type { ContentItem } from "../content-item";
import { createPictureReader } from "../drawing/pictures";
import { describedIn } from "../metadata";
import type { OfficeFile } from "../office-file";
import { withOutline } from "../outline";
import { reportDamage } from "../report-damage";
import { cellText, flowOf, type OdfContext } from "./flow";
import { readObjects } from "./objects";
import { slideItems, slideSize } from "./slides";
import { isGround, readOdfStyles } from "./styles";

/**
 * Reads OpenDocument text as one flow, presentations and drawings as slides. The file is packed, or one flat XML file. Throws
 * `ReadingError`.
 */
export async function readOdf(source: ReaderInput): Promise<ParsedDocument> {
  const isPacked = source.bytes.subarray(0, 2).toString("latin1") === "PK";
  const archive = isPacked ? await openArchive(source.bytes, source.limits) : emptyArchive;
  if (/encryption-data/.test(await archive.text("META-INF/manifest.xml")))
    throw encrypted("The document");
  const content = parseXml(
    isPacked ? await archive.text("content.xml") : new TextDecoder().decode(source.bytes),
  );
  const styles = isPacked ? parseXml(await archive.text("styles.xml")) : content;
  const [body] = descendants(content, "body");
  if (!body) throw corrupt("The document");

  const builder = createDocumentBuilder(source);
  Object.assign(
    builder.metadata,
    describedIn(isPacked ? parseXml(await archive.text("meta.xml")) : metaOf(content)),
  );
  const file = { archive, source, pictures: createPictureReader(archive, source, builder) };
  const context: OdfContext = {
    archive,
    styles: readOdfStyles([styles, content]),
    counts: new Map(),
    changes: { inserted: 0, deleted: 0 },
    objects: await readObjects(archive),
    hide: (text) => builder.hide({ text, fate: "left-out" }),
    isOnGround: descendants(styles, "page-layout-properties").some(isGround),
  };
  const pages = elements(body).flatMap((each) => elements(each, "page"));
  if (pages.length > 0) await addSlides(builder, pages, { content, styles, context, file });
  else {
    builder.startPage({ kind: "flow" });
    await addContentItems(builder, marginItems(styles, "header", context), file);
    for (const text of elements(body)) await addContentItems(builder, flowOf(text, context), file);
    await addContentItems(builder, marginItems(styles, "footer", context), file);
  }
  tellChanges(builder, context);
  reportDamage(builder, archive);
  return withOutline(builder.build());
}

function metaOf(content: XmlElement): XmlElement {
  return descendants(content, "meta")[0] ?? { name: "", attributes: {}, children: [] };
}

const emptyArchive: Archive = {
  names: [],
  damaged: [],
  has: () => false,
  text: async () => "",
  bytes: async () => Buffer.alloc(0),
};

type Given = { content: XmlElement; styles: XmlElement; context: OdfContext; file: OfficeFile };

async function addSlides(
  builder: DocumentBuilder,
  pages: XmlElement[],
  { content, styles, context, file }: Given,
) {
  const hidden = new Set(
    descendants(content, "style")
      .filter((style) =>
        descendants(style, "drawing-page-properties").some(
          ({ attributes }) => attributes.visibility === "hidden",
        ),
      )
      .map(({ attributes }) => attributes.name),
  );
  for (const [index, page] of pages.slice(0, file.source.limits.pages).entries()) {
    if (hidden.has(page.attributes["style-name"]))
      builder.warnings.push(`Slide ${index + 1} is hidden when the slides are shown.`);
    const { name } = page.attributes;
    builder.startPage({
      kind: "slide",
      ...slideSize(page, styles),
      ...(name && { label: name }),
    });
    const size = slideSize(page, styles);
    const items = slideItems(page, { ...context, isOnGround: true }, size);
    await addContentItems(builder, items, file);
  }
}

function marginItems(
  styles: XmlElement,
  kind: "header" | "footer",
  context: OdfContext,
): ContentItem[] {
  const items: ContentItem[] = [];
  const said = new Set<string>();
  for (const master of descendants(styles, "master-page"))
    for (const margin of elements(master))
      if (margin.name.startsWith(kind) && margin.attributes["style:display"] !== "false") {
        const { rich } = cellText(margin, context, "\n");
        if (!said.has(textOf(margin).trim())) items.push({ kind, ...rich });
        said.add(textOf(margin).trim());
      }
  return items;
}

function tellChanges({ warnings }: DocumentBuilder, { changes }: OdfContext) {
  const { inserted, deleted } = changes;
  if (inserted + deleted > 0)
    warnings.push(
      `The document has tracked changes: ${inserted} insertions are read as accepted, ${deleted} deletions are left out.`,
    );
}
