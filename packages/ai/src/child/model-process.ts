import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";

import type { Call, Calls, FromChild, ToChild } from "./messages";

/** A child that sends nothing for this long while a call waits is hanging, and is killed. */
const SILENCE_MILLISECONDS = 60_000;
const MOST_TRIES = 2;
/** In megabytes. The models are outside of the heap; the rest need not grow before garbage collection. */
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
  /** The folder of E5, if passages are embedded by it. */
  e5Directory?: string;
  /** Milliseconds that the child is kept without work. */
  idleMilliseconds: number;
};

export type ModelProcess = ReturnType<typeof modelProcess>;

/**
 * Runs the child process that holds the models. Starts it at the first call and again after a crash, and then repeats the open calls
 * once. Ends it when idle. The child never keeps the parent process alive.
 */
export function modelProcess({
  childEntry,
  cacheDirectory,
  e5Directory,
  idleMilliseconds,
}: ModelProcessOptions) {
  const waiting = new Map<number, Waiting>();
  const living = new Set<ChildProcess>();
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  function start(): ChildProcess {
    const started = fork(childEntry, [cacheDirectory, ...(e5Directory ? [e5Directory] : [])], {
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
    // An idle child sends `alive` too; this message must not keep it from ending.
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

  /** Sets the one timer, which ends a child that hangs during a call or has been idle for too long. */
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

  /** Ends the child. The next call finds none and starts another, even while this one still ends. */
  function leave(): void {
    const leaving = child;
    child = undefined;
    leaving?.kill("SIGKILL");
  }

  return {
    /** Returns the number of calls that wait for an answer. */
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

    /** Returns the child's process id, or null while no child runs. */
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

/** The child runs the call that was named, so the output has that call's type. */
function outputOf<Name extends keyof Calls>(output: unknown): Calls[Name]["output"] {
  return output as Calls[Name]["output"];
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException("Aborted", "AbortError");
}

/** Returns the Node options of the child: TypeScript sources need tsx there too; a bundle needs nothing. */
function loaderFor(entry: string): string[] {
  return entry.endsWith(".ts") ? ["--import", createRequire(entry).resolve("tsx")] : [];
}
