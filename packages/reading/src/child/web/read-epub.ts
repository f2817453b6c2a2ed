import { posix } from "node:path";
import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import { openArchive } from "../archive";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";
import { descendants, parseXml, textOf } from "../tree/xml";
import { addHtml } from "./add-html";

/** The chapters of a book in the order of its spine. */
export async function readEpub(source: Source): Promise<DocumentModel> {
  const archive = await openArchive(source.bytes, source.limits);
  const container = parseXml(await archive.text("META-INF/container.xml"));
  const path = descendants(container, "rootfile")[0]?.attributes["full-path"];
  if (!path) throw corrupt("The book");
  const book = parseXml(await archive.text(path));
  const places = new Map(
    descendants(book, "item").map(({ attributes }) => [attributes.id ?? "", attributes.href ?? ""]),
  );
  const builder = createModelBuilder(source);
  const [title, author] = ["title", "creator"].map((name) => {
    const [found] = descendants(book, name);
    return found ? textOf(found).trim() : "";
  });
  if (title) builder.metadata.title = title;
  if (author) builder.metadata.author = author;
  builder.startPage({ kind: "flow" });
  for (const { attributes } of descendants(book, "itemref")) {
    const href = places.get(attributes.idref ?? "");
    if (href)
      addHtml(
        builder,
        await archive.text(posix.join(posix.dirname(path), decodeURIComponent(href))),
      );
  }
  return builder.build();
}
