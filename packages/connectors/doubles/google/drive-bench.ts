import { createDriveSource } from "../../src/sources/google/drive";
import { createLimiter } from "../../src/sources/limiter";
import type { RootRef } from "../../src/sources/source";
import type { Bench, Hands, Tree } from "../kit/bench";
import { ANA, BEN } from "../seed";
import { accountAt } from "../serving/accounts";
import { startDoubles } from "../serving/server";
import { createTokenBook } from "../serving/tokens";
import { bigContent, contentOf, createWorld, type World } from "../world";
import { googleDoubles } from "./google";

const sameText = contentOf("The same text.");

type Kind = "mine" | "shared" | "folder" | "shared-folder";

const isChanges = ({ path }: { path: string }) => /\/drive\/v3\/changes\?/.test(path);

/** Starts Drive with an empty root of this kind. */
export async function startDrive(
  kind: Kind,
  pageSize = 1000,
): Promise<Bench & { driveId: string }> {
  const world = createWorld();
  world.addPerson(ANA, "Ana Ferreira");
  world.addPerson(BEN, "Ben Okafor");
  const isOwn = kind === "mine" || kind === "folder";
  const owned = { service: "google" as const, name: "My Drive", owner: ANA };
  const own = world.addDrive(owned);
  const team = world.addDrive({
    service: "google",
    kind: "shared",
    name: "Team",
    members: [ANA, BEN],
  });
  const drive = isOwn ? own : team;
  const folder = kind.endsWith("folder")
    ? world.addFolder({ driveId: drive.id, name: "Chosen" }).id
    : null;
  const tokens = createTokenBook(world);
  const manners = googleDoubles({ world, tokens });
  const doubles = await startDoubles({ world, tokens, manners });
  const limiter = createLimiter({ paces: {}, now: world.now });
  return {
    source: createDriveSource({ limiter, apiUrl: doubles.url, now: world.now, pageSize }),
    account: accountAt({ tokens, provider: "google", address: ANA, scopes: ["openid", "email"] }),
    root: rootOf(kind, drive.id, folder),
    doubles,
    driveId: drive.id,
    hands: handsOf(world, drive.id, folder, isOwn ? team.id : own.id),
    requests: {
      listing: ({ path }) => /\/drive\/v3\/files\?/.test(path),
      changes: isChanges,
      content: ({ path }) => path.includes("alt=media"),
    },
    faults: {
      cursorLost: {
        kind: "status",
        status: 400,
        body: {
          error: {
            code: 400,
            message: "Invalid Value",
            errors: [
              {
                domain: "global",
                reason: "invalid",
                message: "Invalid Value",
                location: "pageToken",
                locationType: "parameter",
              },
            ],
          },
        },
      },
      quota: { kind: "throttle", status: 403 },
      forbidden: { kind: "status", status: 403 },
    },
    pageSize,
    changesPageSize: pageSize,
  };
}

function rootOf(kind: Kind, drive: string, folder: string | null): RootRef {
  if (kind === "mine") return { type: "mine" };
  if (kind === "shared") return { type: "drive", drive };
  return { type: "folder", folder: folder ?? "", ...(kind === "shared-folder" && { drive }) };
}

function handsOf(world: World, driveId: string, folder: string | null, elsewhere: string): Hands {
  const add = (name: string, text = `This is ${name}.`, parentId = folder) =>
    world.addFile({ driveId, parentId, name, content: contentOf(text) }).id;
  const leaf = (name: string, parentId: string) =>
    world.addFile({ driveId, parentId, name, content: sameText }).id;
  const mark = (id: string, marks: string[]) => {
    const file = world.files.get(id);
    if (file) file.marks = marks;
    world.share(id, []);
  };
  return {
    add: (name, text) => add(name, text),
    addMany: (count) =>
      Array.from({ length: count }, (_, n) => {
        const name = `File ${n}.txt`;
        return world.addFile({ driveId, parentId: folder, name, content: sameText }).id;
      }),
    edit: (id, text) => world.editFile(id, contentOf(text)),
    rename: (id, name) => world.renameFile(id, name),
    remove: (id) => world.trashFile(id),
    destroy: (id) => world.deleteFile(id),
    restore: (id) => world.restoreFile(id),
    hide: (id) => mark(id, ["limited"]),
    unhide: (id) => mark(id, []),
    addBig: (bytes) =>
      world.addFile({ driveId, parentId: folder, name: "Big.bin", content: bigContent(bytes) }).id,
    addFolder(count): Tree {
      const outer = world.addFolder({ driveId, parentId: folder, name: "Tree" }).id;
      const inner = world.addFolder({ driveId, parentId: outer, name: "Inner" }).id;
      const ids = Array.from({ length: count }, (_, n) =>
        leaf(`Leaf ${n}.txt`, n % 2 ? outer : inner),
      );
      return { folder: outer, ids };
    },
    moveWithin(id) {
      const other = world.addFolder({ driveId, parentId: folder, name: "Other" }).id;
      world.moveFile(id, other);
    },
    // Out of a chosen folder it stays in the drive; out of a drive it goes to another one.
    moveOut: (id) => (folder ? world.moveFile(id, null) : moveTree(world, id, elsewhere, null)),
    moveIn: (id) => (folder ? world.moveFile(id, folder) : moveTree(world, id, driveId, null)),
    takeOut: (id) => world.moveFile(id, null, folder ? driveId : elsewhere),
    putBack: (id) => world.moveFile(id, folder, driveId),
  };
}

/** The files below go along, and have no changes of their own. */
function moveTree(world: World, id: string, driveId: string, parentId: string | null): void {
  world.moveFile(id, parentId, driveId);
  const below = (folder: string) => {
    for (const file of world.files.values()) {
      if (file.parentId !== folder) continue;
      file.driveId = driveId;
      below(file.id);
    }
  };
  below(id);
}
