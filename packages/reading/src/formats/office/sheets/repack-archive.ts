import { utils, write } from "cfb";
import type { Archive } from "../../../archive/archive";

/** Libraries read nothing without these parts, although empty ones are enough. */
const needed = { "xl/styles.xml": "<styleSheet/>", "xl/sharedStrings.xml": "<sst/>" };

/** Returns a valid zip of the readable parts of a damaged one, for libraries that need a valid zip. */
export async function repackArchive(archive: Archive): Promise<Buffer> {
  const container = utils.cfb_new();
  utils.cfb_del(container, "/\u0001Sh33tJ5");
  for (const name of archive.names)
    if (!name.endsWith("/")) utils.cfb_add(container, `/${name}`, await archive.bytes(name));
  for (const [name, part] of Object.entries(needed))
    if (!archive.has(name)) utils.cfb_add(container, `/${name}`, Buffer.from(part));
  return Buffer.from(write(container, { fileType: "zip", type: "buffer" }));
}
