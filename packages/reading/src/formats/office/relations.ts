import { posix } from "node:path";
import type { Archive } from "../../archive/archive";
import { descendants, parseXml } from "../../xml/xml";

/** A reference of a part of an Office file: to another part by its path in the archive, or to an outside address. */
export type Relation = { kind: string } & ({ path: string } | { url: string });

export type Relations = Map<string, Relation>;

/** Reads the relations of a part by their id. Returns an empty map if the file has none. */
export async function readRelations(archive: Archive, part: string): Promise<Relations> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  if (!archive.has(name)) return new Map();
  return new Map(
    descendants(parseXml(await archive.text(name)), "Relationship").map(
      ({ attributes: { Id = "", Target = "", Type = "", TargetMode } }): [string, Relation] => {
        const kind = Type.slice(Type.lastIndexOf("/") + 1);
        if (TargetMode === "External") return [Id, { kind, url: Target }];
        const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
        return [Id, { kind, path }];
      },
    ),
  );
}

/** Returns the path of the part with that id, or undefined if the part is outside or missing from the archive. */
export function partOf(
  relations: Relations,
  id: string | undefined,
  archive: Archive,
): string | undefined {
  const relation = relations.get(id ?? "");
  return relation && "path" in relation && archive.has(relation.path) ? relation.path : undefined;
}

export function urlOf(relations: Relations, id: string | undefined): string | undefined {
  const relation = relations.get(id ?? "");
  return relation && "url" in relation ? relation.url : undefined;
}

/** Returns the parts of that kind, in the order of the file. */
export function partsOfKind(relations: Relations, kind: RegExp, archive: Archive): string[] {
  return [...relations.values()].flatMap((each) =>
    kind.test(each.kind) && "path" in each && archive.has(each.path) ? [each.path] : [],
  );
}

/** Returns the part that the file names as its document, else the first part that `usual` matches. */
export async function mainPart(archive: Archive, usual: RegExp): Promise<string | undefined> {
  const [named] = partsOfKind(await readRelations(archive, ""), /^officeDocument$/i, archive);
  return named ?? archive.names.find((name) => usual.test(name));
}
