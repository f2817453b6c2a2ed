import { createLimiter } from "../../src/sources/limiter";
import type { MicrosoftTools } from "../../src/sources/microsoft/client";
import type { RootRef, Source } from "../../src/sources/source";
import type { Bench, Hands, Matcher } from "../kit/bench";
import { driveHands } from "../kit/drive-hands";
import { accountAt } from "../serving/accounts";
import { type Doubles, startDoubles } from "../serving/server";
import { createWorld, type World, type WorldDrive } from "../world";
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

/** Starts the double for the source of an own drive with one folder, `Chosen`, in it. */
export async function startDrive(
  create: (tools: MicrosoftTools) => Source,
): Promise<{ bench: MicrosoftBench; drive: WorldDrive; folder: string }> {
  const made: { drive?: WorldDrive; folder?: string } = {};
  const bench = await startMicrosoft({
    create,
    content: ({ path }) => path.startsWith("/_download/"),
    prepare: (world) => {
      const drive = world.addDrive({ service: "microsoft", name: "OneDrive", owner: ANA });
      made.drive = drive;
      made.folder = world.addFolder({ driveId: drive.id, name: "Chosen" }).id;
      const hands = driveHands(world, { drive, folder: null });
      return { root: { kind: "onedrive", drive: drive.id }, hands };
    },
  });
  if (!made.drive || !made.folder) throw new Error("The drive was not made");
  return { bench, drive: made.drive, folder: made.folder };
}
