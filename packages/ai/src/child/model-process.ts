import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";

import type { Call, Calls, FromChild, ToChild } from "./messages";

/** A child that is silent for this long while it is asked something hangs, and is ended. */
const SILENCE_MILLISECONDS = 60_000;
const MOST_TRIES = 2;
/** In megabytes: the models are outside of the heap, and what is in it need not grow before it is swept. */
const MEMORY_LIMITS = ["--max-old-space-size=384", "--max-semi-space-size=4"];

type Waiting = {
  call: Call;
  tries: number;
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
};

export type ModelProcessOptions = {
  childEntry: string;
  cacheDirectory: string;
  /** How long the child is kept with nothing to do. */
  idleMilliseconds: number;
};

export type ModelProcess = ReturnType<typeof modelProcess>;

/**
 * The child process with the models in it: started at first use, again after a crash (what it was asked is asked
 * once more), ended when idle, and never a reason for the parent to stay.
 */
export function modelProcess({
  childEntry,
  cacheDirectory,
  idleMilliseconds,
}: ModelProcessOptions) {
  const waiting = new Map<number, Waiting>();
  const living = new Set<ChildProcess>();
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  function start(): ChildProcess {
    const started = fork(childEntry, [cacheDirectory], {
      execPath: process.execPath,
      execArgv: [...MEMORY_LIMITS, ...loaderFor(childEntry)],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    living.add(started);
    started.on("message", (message: FromChild) => {
      if (child === started) receive(message);
    });
    started.on("error", (error) => ended(error));
    started.on("exit", (code, signal) =>
      ended(new Error(`The local models' process ended (${signal ?? code})`)),
    );

    function ended(error: Error): void {
      living.delete(started);
      if (child !== started) return;
      child = undefined;
      clearTimeout(timer);
      for (const [id, call] of waiting) {
        if (closed || call.tries >= MOST_TRIES) settle(id)?.reject(error);
        else send(id, call);
      }
    }
    return started;
  }

  function receive(message: FromChild): void {
    // A child says that it lives whether or not it has work; without work that must not keep it.
    if (waiting.size === 0) return;
    if (message.kind === "result") settle(message.id)?.resolve(message.output);
    if (message.kind === "error") settle(message.id)?.reject(new Error(message.message));
    watch();
  }

  function send(id: number, call: Waiting): void {
    child ??= start();
    const asked = child;
    call.tries++;
    asked.ref();
    asked.channel?.ref();
    asked.send({ kind: "call", id, call: call.call } satisfies ToChild, (error) => {
      if (error) asked.kill("SIGKILL");
    });
    watch();
  }

  function settle(id: number): Waiting | undefined {
    const call = waiting.get(id);
    waiting.delete(id);
    return call;
  }

  /** One timer: it ends a child that hangs while asked, or that has had nothing to do. */
  function watch(): void {
    clearTimeout(timer);
    const isBusy = waiting.size > 0;
    timer = setTimeout(isBusy ? stop : leave, isBusy ? SILENCE_MILLISECONDS : idleMilliseconds);
    if (isBusy) return;
    timer.unref();
    child?.unref();
    child?.channel?.unref();
  }

  function stop(): void {
    child?.kill("SIGKILL");
  }

  /** The next call finds no child and starts another, even while this one is still ending. */
  function leave(): void {
    const leaving = child;
    child = undefined;
    leaving?.kill("SIGKILL");
  }

  return {
    /** How many answers are still owed. */
    owed: () => waiting.size,
    call<Name extends keyof Calls>(
      call: Extract<Call, { name: Name }>,
      signal?: AbortSignal,
    ): Promise<Calls[Name]["output"]> {
      signal?.throwIfAborted();
      if (closed) throw new Error("The local models were closed");
      const { promise, resolve, reject } = Promise.withResolvers<Calls[Name]["output"]>();
      const id = ++lastId;
      const abandon = () => {
        settle(id)?.reject(abortReason(signal));
        child?.send({ kind: "cancel", id } satisfies ToChild);
        watch();
      };
      signal?.addEventListener("abort", abandon, { once: true });
      const waits: Waiting = {
        call,
        tries: 0,
        resolve: (output) => resolve(outputOf<Name>(output)),
        reject,
      };
      waiting.set(id, waits);
      send(id, waits);
      return promise.finally(() => signal?.removeEventListener("abort", abandon));
    },

    /** The child's process id, null while there is none. */
    pid: (): number | null => child?.pid ?? null,

    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      stop();
      await Promise.all(
        [...living].map((ending) => {
          ending.ref();
          return new Promise<void>((resolve) => ending.once("exit", () => resolve()));
        }),
      );
    },
  };
}

/** The child runs the very call that was named, so what comes back is that call's output. */
function outputOf<Name extends keyof Calls>(output: unknown): Calls[Name]["output"] {
  return output as Calls[Name]["output"];
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException("Aborted", "AbortError");
}

/** TypeScript sources need tsx in the child too; a bundle needs nothing. */
function loaderFor(entry: string): string[] {
  return entry.endsWith(".ts") ? ["--import", createRequire(entry).resolve("tsx")] : [];
}
