import { allBelow } from "../tree";
import type { World, WorldDrive, WorldFile } from "../world";

/** A note of Dropbox on a place: something is there now, or nothing is any more. */
export type Note = { path: string; kind: "there"; id: string } | { path: string; kind: "deleted" };

export type Ledger = ReturnType<typeof createLedger>;

/**
 * The places of all files of the world, and the notes on what changed. Dropbox knows things by their places: what is renamed is deleted at the
 * one and there at the other, with all that is below it. A deleted folder is one note.
 */
export function createLedger(world: World) {
  const places = new Map<string, string>();
  const notes: Note[] = [];
  let read = 0;

  const isIn = (path: string, folder: string) =>
    path.toLowerCase().startsWith(`${folder.toLowerCase()}/`);
  const tell = (file: WorldFile, path: string): void => {
    places.set(file.id, path);
    notes.push({ path, kind: "there", id: file.id });
  };
  const settle = (file: WorldFile): void => {
    const before = places.get(file.id);
    const now = pathOf(world, file);
    if (before && before !== now) {
      notes.push({ path: before, kind: "deleted" });
      if (file.isFolder) {
        for (const [id, path] of places) if (isIn(path, before)) places.delete(id);
      }
      places.delete(file.id);
    }
    if (!now) return;
    tell(file, now);
    if (before === now || !file.isFolder) return;
    for (const one of allBelow(world, file.id)) {
      const path = pathOf(world, one);
      if (path) tell(one, path);
    }
  };

  return {
    notes,
    /** Reads what happened in the world since the last request. */
    catchUp(): void {
      for (; read < world.journal.length; read++) {
        const entry = world.journal[read];
        const file = entry?.thing === "file" ? world.files.get(entry.id) : undefined;
        if (file && world.drives.get(file.driveId)?.service === "dropbox") settle(file);
      }
    },
  };
}

/** The path of a file below its drive, such as `/Letters/Reply.pdf`. Null: it is not there. */
export function pathOf(world: World, file: WorldFile): string | null {
  const names: string[] = [];
  for (let at: WorldFile | undefined = file; at; at = world.files.get(at.parentId ?? "")) {
    if (at.isTrashed || at.isDeleted) return null;
    names.unshift(at.name);
  }
  return `/${file.driveId}/${names.join("/")}`;
}

/** The path at which something was deleted: where it would be, were it and all above it there. */
export function lastPathOf(world: World, file: WorldFile): string {
  const names: string[] = [];
  for (let at: WorldFile | undefined = file; at; at = world.files.get(at.parentId ?? "")) {
    names.unshift(at.name);
  }
  return `/${names.join("/")}`.toLowerCase();
}

/** The drives that an account sees, each at its place. Without the root of the team only its own, as the whole. */
export function spacesOf(
  world: World,
  address: string,
  team: string | null,
): { drive: WorldDrive; at: string }[] {
  const drives = [...world.drives.values()].filter(
    ({ service, isDeleted }) => service === "dropbox" && !isDeleted,
  );
  const own = drives.filter(({ owner }) => owner === address);
  if (!team) return own.map((drive) => ({ drive, at: "" }));
  const shared = drives.filter(({ owner, members }) => !owner && members.includes(address));
  const name = world.people.get(address)?.name ?? address;
  return [
    ...own.map((drive) => ({ drive, at: `/${name}` })),
    ...shared.map((drive) => ({ drive, at: `/${drive.name}` })),
  ];
}
