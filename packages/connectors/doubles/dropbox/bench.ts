import type { DropboxTools } from "../../src/sources/dropbox/client";
import { createDropboxSource } from "../../src/sources/dropbox/files";
import { createLimiter } from "../../src/sources/limiter";
import type { Bench } from "../kit/bench";
import { driveHands } from "../kit/drive-hands";
import { accountAt } from "../serving/accounts";
import { startDoubles } from "../serving/server";
import { createWorld, type WorldDrive } from "../world";
import { createDropboxDouble, type DropboxDouble } from "./dropbox";
import { lastPathOf, pathOf } from "./ledger";

export const ANA = "ana@harbour.example";
const PAGE = 12;

export type DropboxBench = Bench & {
  double: DropboxDouble;
  tools: DropboxTools;
  drive: WorldDrive;
};

/** Starts the double with a chosen folder that is empty. */
export async function startDropbox(): Promise<DropboxBench> {
  const world = createWorld();
  world.addPerson(ANA, "Ana Ferreira");
  const drive = world.addDrive({ service: "dropbox", name: "Dropbox", owner: ANA });
  const folder = world.addFolder({ driveId: drive.id, name: "Chosen" }).id;
  const outside = world.addFolder({ driveId: drive.id, name: "Not chosen" }).id;
  const double = createDropboxDouble(world, { pageSize: PAGE });
  const doubles = await startDoubles({ world, manners: [double.manner] });
  const tools = { apiUrl: doubles.url, limiter: createLimiter({ paces: {}, now: world.now }) };
  const bare = (id: string) => id.replace(/^id:/, "");
  const hands = driveHands(world, { drive, folder, outside });
  const placeOf = (id: string) => {
    const file = world.files.get(id);
    return file ? lastPathOf(world, file) : "";
  };
  return {
    root: { kind: "dropbox", folder: `id:${folder}` },
    source: createDropboxSource(tools),
    account: accountAt({ tokens: doubles.tokens, provider: "dropbox", address: ANA }),
    doubles,
    double,
    tools,
    drive,
    hands: idHands(hands, bare, placeOf, (place) =>
      [...world.files.values()].flatMap((file) => {
        const isHere = placeOf(file.id) === place || placeOf(file.id).startsWith(`${place}/`);
        return isHere && !pathOf(world, file) ? [`id:${file.id}`] : [];
      }),
    ),
    requests: {
      listing: ({ path }) => /\/list_folder(\/continue)?$/.test(path),
      changes: ({ path }) => path.endsWith("/list_folder/continue"),
      content: ({ path }) => path.endsWith("/files/download"),
    },
    faults: {
      cursorLost: {
        kind: "status",
        status: 409,
        body: { error_summary: "reset/..", error: { ".tag": "reset" } },
      },
      quota: { kind: "throttle", status: 429 },
      forbidden: {
        kind: "status",
        status: 409,
        body: {
          error_summary: "path/restricted_content/..",
          error: { ".tag": "path", path: { ".tag": "restricted_content" } },
        },
      },
    },
    pageSize: PAGE,
    changesPageSize: PAGE,
  };
}

/** Hands by the ids of Dropbox: a file has one, a folder is known by its place. */
function idHands(
  hands: ReturnType<typeof driveHands>,
  bare: (id: string) => string,
  placeOf: (id: string) => string,
  idsAt: (place: string) => string[],
): Bench["hands"] {
  const folders = new Map<string, string>();
  const folderOf = (place: string) => folders.get(place) ?? "";
  return {
    add: async (name, text) => `id:${await hands.add(name, text)}`,
    addMany: async (count) => (await hands.addMany(count)).map((id) => `id:${id}`),
    edit: (id, text) => hands.edit?.(bare(id), text),
    rename: (id, name) => hands.rename?.(bare(id), name),
    remove: (id) => hands.remove(bare(id)),
    restore: (id) => hands.restore?.(bare(id)),
    addBig: async (bytes) => `id:${await hands.addBig?.(bytes)}`,
    addFolder: async (count) => {
      const tree = await hands.addFolder?.(count);
      if (!tree) throw new Error("There is no hand to add a folder");
      folders.set(placeOf(tree.folder), tree.folder);
      return { folder: placeOf(tree.folder), ids: tree.ids.map((id) => `id:${id}`) };
    },
    moveWithin: (place) => hands.moveWithin?.(folderOf(place)),
    moveOut: (place) => hands.moveOut?.(folderOf(place)),
    moveIn: (place) => hands.moveIn?.(folderOf(place)),
    idsAt,
  };
}
