import type { World, WorldFile } from "./world";

type Tree = { at: number; below: Map<string | null, WorldFile[]> };
const trees = new WeakMap<World, Tree>();

/** Returns the files whose parent this is, of all drives. It is counted once for each state of the world, so that large worlds stay quick. */
export function childrenIn(world: World, parentId: string | null): readonly WorldFile[] {
  const known = trees.get(world);
  if (known?.at === world.journal.length) return known.below.get(parentId) ?? [];
  const below = new Map<string | null, WorldFile[]>();
  for (const file of world.files.values()) {
    const siblings = below.get(file.parentId);
    if (siblings) siblings.push(file);
    else below.set(file.parentId, [file]);
  }
  trees.set(world, { at: world.journal.length, below });
  return below.get(parentId) ?? [];
}

/** Returns all files below a folder. */
export function allBelow(world: World, folder: string): WorldFile[] {
  return childrenIn(world, folder).flatMap((file) =>
    file.isFolder ? [file, ...allBelow(world, file.id)] : [file],
  );
}
