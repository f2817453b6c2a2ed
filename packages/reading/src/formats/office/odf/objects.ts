import type { Archive } from "../../../archive/archive";
import { parseXml, type XmlElement } from "../../../xml/xml";

const mostObjects = 500;

/** Returns the documents inside the document, such as charts, by their folder. */
export async function readObjects(archive: Archive): Promise<Map<string, XmlElement>> {
  const objects = new Map<string, XmlElement>();
  for (const name of archive.names)
    if (/^[^/]+\/content\.xml$/.test(name) && objects.size < mostObjects)
      objects.set(name.slice(0, name.indexOf("/")), parseXml(await archive.text(name)));
  return objects;
}
