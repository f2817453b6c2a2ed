import type { DocumentModel } from "../../document-model";
import type { Archive } from "../archive";
import { descendants, parseXml, textOf } from "../tree/xml";

/** Title, author and date of creation from the properties that Office and OpenDocument files carry. */
export async function readMetadata(archive: Archive): Promise<DocumentModel["metadata"]> {
  const name = ["docprops/core.xml", "meta.xml"].find((each) => archive.has(each));
  if (!name) return {};
  const properties = parseXml(await archive.text(name));
  const field = (...names: string[]) => {
    for (const each of names) {
      const [found] = descendants(properties, each);
      const text = found ? textOf(found).trim() : "";
      if (text) return text;
    }
    return "";
  };
  const [title, subject] = [field("title"), field("subject")];
  const author = field("creator", "initial-creator");
  const created = new Date(field("created", "creation-date"));
  return {
    ...(title && { title }),
    ...(subject && { subject }),
    ...(author && { author }),
    ...(!Number.isNaN(created.getTime()) && { createdAt: created.toISOString() }),
  };
}
