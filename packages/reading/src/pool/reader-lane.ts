import { readFile } from "node:fs/promises";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { CutRecording } from "../contract/cut-recording";
import type { Limits } from "../contract/limits";
import type { Answer, Print, Question, Usage } from "../contract/protocol";
import { ReadingError } from "../contract/reading-error";
import { type ChildOptions, killChild, lend, type ReaderChild, startChild } from "./reader-child";

export type Task = {
  question: Question;
  signal: AbortSignal | undefined;
  onUsage?: ((usage: Usage) => void) | undefined;
};

/** The answer of a child: a parsed document, the bytes of an image or of an unlocked file, a print, or a recording in pieces. */
export type Result = ParsedDocument | Uint8Array | Print | CutRecording;

/** Runs one child at a time, with one question at a time. */
export type ReaderLane = {
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
};

/** Starts a child when needed, watches its time and memory, and kills a child that exceeds a limit or whose task is aborted. */
export function createReaderLane(options: ChildOptions): ReaderLane {
  const { limits } = options;
  let running: ReaderChild | null = null;
  let isClosed = false;
  let idleTimer: NodeJS.Timeout | undefined;
  const leaving = new Set<Promise<void>>();

  /** Ends the child. The next file gets a new child, even before this child has ended. */
  function end() {
    const child = running;
    running = null;
    if (!child) return;
    // The process must stay alive until the child has ended.
    child.process.ref();
    killChild(child);
    const { gone } = child;
    leaving.add(gone);
    void gone.then(() => leaving.delete(gone));
  }

  function rest(child: ReaderChild) {
    if (running !== child || child.isKilled) return;
    if (child.filesRead >= limits.filesPerChild || child.memoryBytes > limits.recycleBytes) end();
    else {
      child.process.unref();
      child.process.channel?.unref();
      idleTimer = setTimeout(end, limits.idleSeconds * 1_000);
      idleTimer.unref();
    }
  }

  function wake(): ReaderChild {
    clearTimeout(idleTimer);
    if (running?.process.connected && !running.isKilled) {
      running.process.ref();
      running.process.channel?.ref();
      return running;
    }
    const child = startChild(options);
    child.process.once("exit", () => {
      if (running === child) running = null;
    });
    running = child;
    return child;
  }

  return {
    async run(task) {
      const child = wake();
      const isFirst = child.filesRead === 0;
      child.filesRead += 1;
      try {
        return await ask(child, task, limits);
      } catch (error) {
        if (!(error instanceof ChildEnded)) throw error;
        // An earlier file may have damaged the child, so the file gets a second try in a new child.
        if (isFirst || isClosed) throw error.reason;
        task.signal?.throwIfAborted();
        return this.run(task);
      } finally {
        rest(child);
      }
    },

    async close() {
      isClosed = true;
      clearTimeout(idleTimer);
      end();
      await Promise.all(leaving);
    },
  };
}

class ChildEnded extends Error {
  readonly reason: ReadingError;

  constructor(reason: ReadingError) {
    super(reason.message);
    this.reason = reason;
  }
}

function ask(
  child: ReaderChild,
  { question, signal, onUsage }: Task,
  limits: Limits,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  let deadline = Date.now() + limits.seconds * 1_000;
  const lent = lend(child, question);

  function giveUp(reason: unknown) {
    killChild(child);
    reject(reason);
  }

  async function watch() {
    if (Date.now() > deadline) giveUp(timedOut());
    child.memoryBytes = (await residentBytes(child.process.pid)) ?? child.memoryBytes;
    if (child.memoryBytes > limits.memoryBytes) giveUp(outOfMemory());
  }

  /** Handles a message. A child that a file took over may send anything; an invalid message ends the child. */
  function hear(message: unknown) {
    try {
      heed(fromChild(message));
    } catch {
      giveUp(madeNoSense());
    }
  }

  function heed(answer: Answer) {
    if (answer.kind === "memory") child.memoryBytes = answer.bytes;
    else if (answer.id !== question.id) return;
    else if (answer.kind === "recognising") deadline += limits.secondsPerRecognisedPage * 1_000;
    else if (answer.kind === "model") {
      onUsage?.(answer.usage);
      resolve(lent.given(answer.model));
    } else if (answer.kind === "bytes") resolve(answer.bytes);
    else if (answer.kind === "print") resolve(answer.print);
    else if (answer.kind === "cut") resolve(lent.pieces(answer.recording));
    else {
      const { code, message, remedy, cause, isSpent } = answer;
      if (isSpent) killChild(child);
      reject(new ReadingError(code, message, remedy, cause ? { cause } : {}));
    }
  }

  const onExit = (_code: number | null, name: NodeJS.Signals | null) =>
    reject(new ChildEnded(endedBecause(child, name)));
  const onAbort = () => giveUp(signal?.reason);
  const watchTimer = setInterval(() => void watch(), Math.min(250, limits.seconds * 250));
  child.process.on("message", hear);
  child.process.once("exit", onExit);
  signal?.addEventListener("abort", onAbort, { once: true });
  child.process.send(lent.question, (error) => error && onExit(null, null));

  return promise.finally(() => {
    clearInterval(watchTimer);
    lent.end();
    child.process.off("message", hear);
    child.process.off("exit", onExit);
    signal?.removeEventListener("abort", onAbort);
  });
}

/** Types a message as an answer. Only our own child sends on this channel, and it sends only answers. */
function fromChild(message: unknown): Answer {
  return message as Answer;
}

/** Returns null if the system has no /proc. The child's own memory reports are used then. */
async function residentBytes(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
  return kibibytes ? Number(kibibytes) * 1_024 : null;
}

function endedBecause({ lastWords }: ReaderChild, signal: NodeJS.Signals | null): ReadingError {
  if (signal === "SIGABRT" || /heap out of memory|allocation failed/i.test(lastWords))
    return outOfMemory();
  if (signal === "SIGSEGV" || signal === "SIGBUS" || signal === "SIGILL")
    return new ReadingError(
      "CORRUPT",
      "The file is so badly damaged that it stopped the reader.",
      "Open it in the program that made it and save it again. Then upload the new copy.",
      { cause: lastWords },
    );
  return new ReadingError(
    "INTERNAL",
    "The reader stopped unexpectedly while reading the file.",
    "Try again. If it happens again, upload the file in another format.",
    { cause: lastWords },
  );
}

function madeNoSense(): ReadingError {
  return new ReadingError(
    "CORRUPT",
    "The file made its reader talk nonsense.",
    "Open it in the program that made it and save it again. Then upload the new copy.",
  );
}

function timedOut(): ReadingError {
  return new ReadingError(
    "TIMEOUT",
    "Reading the file took longer than one file may take.",
    "Split the file into smaller ones, or try again when less is going on.",
  );
}

function outOfMemory(): ReadingError {
  return new ReadingError(
    "TOO_LARGE",
    "The file needs more memory than one file may take.",
    "Split the file into smaller ones and upload those.",
  );
}
