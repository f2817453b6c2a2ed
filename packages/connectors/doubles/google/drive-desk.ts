import type { Bench } from "../kit/bench";
import { ANA } from "../seed";
import type { World, WorldFile } from "../world";
import { startDrive } from "./drive-bench";

export type Desk = {
  bench: Bench & { driveId: string };
  world: World;
  add(file: Partial<WorldFile> & { name: string }): string;
  /** Asks the double as a program without an SDK would. */
  ask(path: string, as?: string): Promise<{ status: number; body: Record<string, never> }>;
  control(name: string, ...given: unknown[]): Promise<void>;
};

/** Starts Drive with what a test of its traps needs at hand. */
export async function openDesk(kind: Parameters<typeof startDrive>[0]): Promise<Desk> {
  const bench = await startDrive(kind, 50);
  const { world, url, tokens } = bench.doubles;
  return {
    bench,
    world,
    add: (file) => world.addFile({ driveId: bench.driveId, ...file }).id,
    async ask(path, as = ANA) {
      const authorization = `Bearer ${tokens.issue(as)}`;
      const response = await fetch(`${url}/drive/v3/${path}`, { headers: { authorization } });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.includes("json");
      return { status: response.status, body: isJson ? JSON.parse(text) : {} };
    },
    async control(name, ...given) {
      const body = JSON.stringify({ do: name, with: given });
      await fetch(`${url}/__world`, { method: "POST", body });
    },
  };
}
