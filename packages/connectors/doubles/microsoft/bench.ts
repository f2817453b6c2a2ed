import { createLimiter } from "../../src/sources/limiter";
import type { MicrosoftTools } from "../../src/sources/microsoft/client";
import type { RootRef, Source } from "../../src/sources/source";
import type { Bench, Hands, Matcher } from "../kit/bench";
import { accountAt } from "../serving/accounts";
import { type Doubles, startDoubles } from "../serving/server";
import { bigContent, contentOf, createWorld, type World, type WorldDrive } from "../world";
import { deltaKind } from "./deltas";
import { createMicrosoftDouble, type MicrosoftDouble } from "./microsoft";

export const ANA = "ana@harbour.example";
export const PAGE = 12;

export type MicrosoftBench = Bench & { double: MicrosoftDouble; tools: MicrosoftTools };

type Made = { root: RootRef; hands: Hands };

/** Starts the double for one source whose root is empty. */
export async function startMicrosoft({
  create,
  prepare,
  content,
  scopes = [],
}: {
  create: (tools: MicrosoftTools) => Source;
  prepare: (world: World) => Made;
  content: Matcher;
  scopes?: string[];
}): Promise<MicrosoftBench> {
  const world = createWorld();
  world.addPerson(ANA, "Ana Ferreira");
  const double = createMicrosoftDouble(world, { pageSize: PAGE });
  const doubles: Doubles = await startDoubles({ world, manners: [double.manner] });
  const limiter = createLimiter({ paces: {}, now: world.now });
  const tools: MicrosoftTools = { apiUrl: doubles.url, limiter, now: world.now };
  const error = (code: string) => ({ error: { code, message: "No." } });
  return {
    ...prepare(world),
    source: create(tools),
    account: accountAt({ tokens: doubles.tokens, provider: "microsoft", address: ANA, scopes }),
    doubles,
    double,
    tools,
    requests: {
      listing: ({ path }) => deltaKind(path) === "listing",
      changes: ({ path }) => deltaKind(path) === "changes",
      content,
    },
    faults: {
      cursorLost: { kind: "status", status: 410, body: error("resyncRequired") },
      quota: { kind: "throttle", status: 503, retryAfter: 20 },
      forbidden: { kind: "status", status: 403, body: error("accessDenied") },
    },
    pageSize: PAGE,
    changesPageSize: PAGE,
  };
}

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
  };
}

/** A folder with that many files, half of them in a folder of their own. */
export function addTree(
  world: World,
  drive: WorldDrive,
  parentId: string | null,
  count: number,
): { folder: string; ids: string[] } {
  const driveId = drive.id;
  const folder = world.addFolder({ driveId, parentId, name: "Tree" }).id;
  const inner = world.addFolder({ driveId, parentId: folder, name: "Branch" }).id;
  const ids = Array.from({ length: count }, (_, index) => {
    const name = `Leaf ${index + 1}.txt`;
    return world.addFile({ driveId, parentId: index % 2 ? inner : folder, name }).id;
  });
  return { folder, ids };
}
