import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Reply, Request } from "./double-child";

export type Double = {
  url: string;
  token: string;
  ask<Kind extends Reply["kind"]>(
    request: Request,
    kind: Kind,
  ): Promise<Extract<Reply, { kind: Kind }>>;
  end(): Promise<void>;
};

/** Starts the double of Google with a drive of that many files. */
export async function startDouble(files: number): Promise<Double> {
  const child = fork(fileURLToPath(new URL("./double-child.ts", import.meta.url)), [`${files}`], {
    execArgv: ["--import", "tsx", "--max-old-space-size=4096"],
  });
  const next = async <Kind extends Reply["kind"]>(kind: Kind) => {
    const [reply] = (await once(child, "message")) as [Reply];
    if (reply.kind !== kind) throw new Error(`The double answered ${reply.kind}`);
    return reply as Extract<Reply, { kind: Kind }>;
  };
  const { url, token } = await next("ready");
  return {
    url,
    token,
    ask: (request, kind) => {
      const reply = next(kind);
      child.send(request);
      return reply;
    },
    async end() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
