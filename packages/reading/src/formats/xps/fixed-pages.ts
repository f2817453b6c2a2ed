import { posix } from "node:path";
import type { Archive } from "../../archive/archive";
import { descendants, parseXml } from "../../xml/xml";
import { partText } from "./package-parts";

const kinds = /^.*\/fixedrepresentation$/i;

/** Returns the paths of all pages, in the order of the documents in the file. */
export async function pathsOfPages(archive: Archive): Promise<string[]> {
  const pages: string[] = [];
  for (const document of await documentsOf(archive)) {
    const fixed = parseXml(await partText(archive, document));
    for (const { attributes } of descendants(fixed, "PageContent"))
      pages.push(besides(document, attributes.Source));
  }
  return pages;
}

async function documentsOf(archive: Archive): Promise<string[]> {
  const relations = parseXml(await partText(archive, "_rels/.rels"));
  const start = descendants(relations, "Relationship").find(({ attributes }) =>
    kinds.test(attributes.Type ?? ""),
  );
  const sequence =
    start?.attributes.Target ?? archive.names.find((name) => name.endsWith(".fdseq")) ?? "";
  const references = descendants(parseXml(await partText(archive, sequence)), "DocumentReference");
  return references.map(({ attributes }) => besides(sequence, attributes.Source));
}

/** Returns the path of a part that another part names. */
export function besides(part: string, target = ""): string {
  return posix.resolve("/", posix.dirname(part), target);
}
