import { bigContent, contentOf, type World, type WorldDrive } from "../world";
import type { Hands, Tree } from "./bench";

/** Hands on a folder of a drive. `outside` is where its folders are moved out to. */
export function driveHands(
  world: World,
  { drive, folder, outside }: { drive: WorldDrive; folder: string | null; outside?: string | null },
): Hands {
  const at = { driveId: drive.id, parentId: folder };
  const add = (name: string, text?: string) =>
    world.addFile({ ...at, name, ...(text && { content: contentOf(text) }) }).id;
  const hands: Hands = {
    add,
    addMany: (count) => Array.from({ length: count }, (_, index) => add(`File ${index + 1}.txt`)),
    edit: (id, text) => world.editFile(id, contentOf(text)),
    rename: (id, name) => world.renameFile(id, name),
    remove: (id) => world.trashFile(id),
    restore: (id) => world.restoreFile(id),
    addFolder: (count) => addTree(world, drive, folder, count),
    moveWithin: (id) => {
      const other = world.addFolder({ ...at, name: "Elsewhere" });
      world.moveFile(id, other.id);
    },
    addBig: (bytes) => world.addFile({ ...at, name: "Big.bin", content: bigContent(bytes) }).id,
  };
  if (outside === undefined) return hands;
  return {
    ...hands,
    moveOut: (id) => world.moveFile(id, outside),
    moveIn: (id) => world.moveFile(id, folder),
    takeOut: (id) => world.moveFile(id, outside),
    putBack: (id) => world.moveFile(id, folder),
  };
}

/** A folder with that many files, half of them in a folder of their own. */
function addTree(world: World, drive: WorldDrive, parentId: string | null, count: number): Tree {
  const driveId = drive.id;
  const folder = world.addFolder({ driveId, parentId, name: "Tree" }).id;
  const inner = world.addFolder({ driveId, parentId: folder, name: "Branch" }).id;
  const ids = Array.from({ length: count }, (_, index) => {
    const name = `Leaf ${index + 1}.txt`;
    return world.addFile({ driveId, parentId: index % 2 ? inner : folder, name }).id;
  });
  return { folder, ids };
}
