import { allDoubles } from "@besunny/connectors/doubles/practice/practice";
import { ANA, addManyFiles, seedWorld } from "@besunny/connectors/doubles/seed";
import { startDoubles } from "@besunny/connectors/doubles/serving/server";
import { createTokenBook } from "@besunny/connectors/doubles/serving/tokens";
import { bigContent } from "@besunny/connectors/doubles/world";

/** A request to the double of a bench. */
export type Request =
  | { kind: "slow"; path: string; ms: number }
  | { kind: "change"; count: number }
  | { kind: "add"; bytes: number }
  | { kind: "requests" };
export type Reply =
  | { kind: "ready"; url: string; token: string; files: number }
  | { kind: "done"; ids: string[] }
  | { kind: "requests"; count: number; units: number };

const YEAR = 365 * 24 * 3600;

/** Serves the double in a process of its own, so that its memory and its work are not counted. */
async function serve(count: number): Promise<void> {
  const { world, drives } = seedWorld();
  const driveId = drives["g-own"]?.id ?? "";
  const ids = addManyFiles(world, { driveId, count });
  const tokens = createTokenBook(world);
  const doubles = await startDoubles({ world, tokens, manners: allDoubles(world, tokens) });
  const token = tokens.issue(ANA, { seconds: YEAR });
  let changed = 0;
  const answer = (request: Request): Reply => {
    if (request.kind === "slow") {
      const { path, ms } = request;
      world.faults.length = 0;
      if (ms > 0) {
        const matches = (asked: { path: string }) => asked.path.includes(path);
        world.faults.push({ times: Number.MAX_SAFE_INTEGER, matches, does: { kind: "stall", ms } });
      }
      return { kind: "done", ids: [] };
    }
    if (request.kind === "change") {
      const some = ids.slice(changed, changed + request.count);
      changed += request.count;
      for (const id of some) world.editFile(id, bigContent(100_001, 98));
      return { kind: "done", ids: some };
    }
    if (request.kind === "add") {
      const content = bigContent(request.bytes);
      const { id } = world.addFile({ driveId, name: "Big.bin", mediaType: "video/mp4", content });
      return { kind: "done", ids: [id] };
    }
    const units = world.requests.reduce((sum, each) => sum + each.units, 0);
    const reply = { kind: "requests" as const, count: world.requests.length, units };
    world.requests.length = 0;
    return reply;
  };
  process.on("message", (request: Request) => process.send?.(answer(request)));
  process.send?.({ kind: "ready", url: doubles.url, token, files: world.files.size });
}

await serve(Number(process.argv[2] ?? 0));
