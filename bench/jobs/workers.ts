import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import type { LoadNote } from "@besunny/engine/test/load-worker";

export type LoadWorker = Awaited<ReturnType<typeof startWorker>>;

/** A process of its own that drives the engine's functions, as one `npm run worker` would. */
export function startEngineWorker(url: string, execArgv: readonly string[] = []) {
  const file = fileURLToPath(import.meta.resolve("@besunny/engine/test/load-worker"));
  return startWorker(file, ["--url", url], execArgv);
}

export async function startWorker(
  file: string,
  parameters: readonly string[],
  execArgv: readonly string[] = [],
) {
  const child = spawn(process.execPath, [...execArgv, "--import", "tsx", file, ...parameters], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const listeners = new Set<(note: LoadNote) => void>();
  child.on("message", (message) => {
    for (const listener of listeners) listener(noteFrom(message));
  });
  const hear = (listener: (note: LoadNote) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const worker = {
    hear,
    async cpuMilliseconds(): Promise<number> {
      const answer = next(hear, child, "cpu");
      child.send("cpu");
      return (await answer).milliseconds;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
    kill: () => child.kill("SIGKILL"),
  };
  await next(hear, child, "ready");
  return worker;
}

function next<Kind extends LoadNote["kind"]>(
  hear: (listener: (note: LoadNote) => void) => () => void,
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<LoadNote, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A worker ended before it answered"));
    child.once("exit", ended);
    const stop = hear((note) => {
      if (!isOf(note, kind)) return;
      child.off("exit", ended);
      stop();
      resolve(note);
    });
  });
}

function isOf<Kind extends LoadNote["kind"]>(
  note: LoadNote,
  kind: Kind,
): note is Extract<LoadNote, { kind: Kind }> {
  return note.kind === kind;
}

/** Safe: our own workers send nothing else. */
function noteFrom(message: unknown): LoadNote {
  return message as LoadNote;
}
