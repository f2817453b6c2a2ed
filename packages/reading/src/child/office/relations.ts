import { posix } from "node:path";
import type { Archive } from "../archive";
import { descendants, parseXml } from "../tree/xml";

/** The parts that a part of an Office file points to, by relation id, as paths in the archive. */
export async function readRelations(
  archive: Archive,
  part: string,
): Promise<Map<string, { path: string; kind: string }>> {
  const name = `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`.replace(/^\.\//, "");
  if (!archive.has(name)) return new Map();
  return new Map(
    descendants(parseXml(await archive.text(name)), "Relationship")
      .filter(({ attributes }) => attributes.TargetMode !== "External")
      .map(({ attributes: { Id = "", Target = "", Type = "" } }) => [
        Id,
        {
          path: Target.startsWith("/") ? Target.slice(1) : posix.join(posix.dirname(part), Target),
          kind: Type.slice(Type.lastIndexOf("/") + 1),
        },
      ]),
  );
}
