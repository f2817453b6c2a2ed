import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { CutRecording } from "../contract/cut-recording";
import { defaultLimits, type Limits } from "../contract/limits";
import type { Print, Question, Settings, Usage } from "../contract/protocol";
import { ReadingError } from "../contract/reading-error";
import { checkLanguages } from "./check-languages";
import { hasProgram } from "./has-program";
import { programPath } from "./reader-child";
import { createReaderLane, type ReaderLane, type Result, type Task } from "./reader-lane";

export type Reader = {
  /**
   * Reads the file at `path` in a child process. Writes attachments to `outputDirectory`. Rejects with `ReadingError`, or with the signal's
   * reason when aborted.
   */
  read(file: {
    path: string;
    fileName: string;
    outputDirectory: string;
    password?: string;
    signal?: AbortSignal;
    /** Called with the resources that the child used, after the file was read. */
    onUsage?: (usage: Usage) => void;
  }): Promise<ParsedDocument>;
  /** Returns a page (from 1) of a PDF, a slide of a PPTX, or a TIFF or other image as PNG bytes. `width` is in pixels. */
  renderPage(file: {
    path: string;
    page: number;
    width: number;
    password?: string;
    signal?: AbortSignal;
  }): Promise<Uint8Array>;
  /**
   * Returns an Office document as LibreOffice prints it. Resolves to null if LibreOffice is not installed. Rejects with UNSUPPORTED_TYPE for
   * files of other kinds and for those that LibreOffice cannot print.
   */
  print(file: { path: string; fileName: string; signal?: AbortSignal }): Promise<Print | null>;
  /** Returns a mail as its sender laid it out, as a safe HTML page. Resolves to null for a mail without HTML. Rejects with UNSUPPORTED_TYPE for other files. */
  layOutMail(file: {
    path: string;
    fileName: string;
    signal?: AbortSignal;
  }): Promise<string | null>;
  /**
   * Cuts a recording into pieces that a server for speech takes, and writes them to `outputDirectory`. Rejects with UNSUPPORTED_TYPE for other
   * files, and with EMPTY for a recording without sound.
   */
  cut(file: {
    path: string;
    fileName: string;
    outputDirectory: string;
    signal?: AbortSignal;
  }): Promise<CutRecording>;
  /** Returns true if LibreOffice is installed and may be used, so that Office documents can be printed. */
  canPrint(): boolean;
  /** Returns the bytes of a protected PDF, Office file or ZIP without its protection. Rejects with ENCRYPTED for a wrong password. */
  unlock(file: { path: string; password: string; signal?: AbortSignal }): Promise<Uint8Array>;
  close(): Promise<void>;
};

/**
 * `childEntry` is the absolute path of `child/main.ts` or of its bundle. `concurrency` is the number of files that are read at once.
 * `languages` holds tesseract's codes (`eng`, `deu`, ...) for text recognition, likeliest first; a language without a model throws at once.
 * With `nativeTools: false` the reader does not use installed programs of the machine (tesseract, LibreOffice). `libreOffice` is the path of
 * LibreOffice's program `soffice` or of its folder, for an installation that is not in the path of the machine.
 */
export type ReaderOptions = {
  childEntry: string;
  limits?: Partial<Limits>;
  concurrency?: number;
  languages?: readonly string[];
  nativeTools?: boolean;
  libreOffice?: string | undefined;
};

type Waiting = Task & PromiseWithResolvers<Result>;

/**
 * Creates a small pool of child processes, started at first use. A file that hangs, takes too much memory or crashes its child fails alone.
 * The pool kills that child and starts another for the next file. Throws if a language has no model.
 */
export function createReader(options: ReaderOptions): Reader {
  const { childEntry, concurrency = 2, libreOffice } = options;
  const programs = libreOffice?.replace(/[\\/]soffice(\.exe|\.com)?$/i, "");
  const settings: Settings = {
    limits: { ...defaultLimits, ...options.limits },
    languages: options.languages ?? ["eng"],
    nativeTools: options.nativeTools ?? true,
  };
  checkLanguages(settings.languages, childEntry);
  const lanes = Array.from({ length: concurrency }, () =>
    createReaderLane({ childEntry, programs, ...settings }),
  );
  const free: ReaderLane[] = [...lanes];
  const queue: Waiting[] = [];
  let isClosed = false;
  let lastId = 0;

  function pump() {
    // The child of the lane used last is the most likely to be running.
    while (queue.length > 0 && free.length > 0) {
      const lane = free.pop();
      const waiting = queue.shift();
      if (lane && waiting) void serve(lane, waiting);
    }
  }

  async function serve(lane: ReaderLane, waiting: Waiting) {
    try {
      waiting.signal?.throwIfAborted();
      waiting.resolve(await lane.run(waiting));
    } catch (error) {
      waiting.reject(error);
    } finally {
      free.push(lane);
      pump();
    }
  }

  function enqueue(
    ask: Asked,
    { signal, onUsage }: Pick<Task, "onUsage"> & { signal?: AbortSignal | undefined },
  ): Promise<Result> {
    if (isClosed) return Promise.reject(closedError());
    const question: Question = { ...ask, id: ++lastId, ...settings };
    const waiting = {
      question,
      signal,
      onUsage,
      ...Promise.withResolvers<Result>(),
    };
    queue.push(waiting);
    pump();
    return waiting.promise;
  }

  const canPrint = () => settings.nativeTools && hasProgram("soffice", programPath(programs));

  return {
    canPrint,

    async read({ signal, onUsage, ...file }) {
      const model = await enqueue({ kind: "read", ...file }, { signal, onUsage });
      if (!("text" in model)) throw unexpected();
      return model;
    },

    async print({ signal, ...file }) {
      if (!canPrint()) return null;
      const print = await enqueue({ kind: "print", ...file }, { signal });
      if (!("pdf" in print)) throw unexpected();
      return print;
    },

    async cut({ signal, ...file }) {
      const recording = await enqueue({ kind: "cut", ...file }, { signal });
      if (!("pieces" in recording)) throw unexpected();
      return recording;
    },

    async layOutMail({ signal, ...file }) {
      const bytes = await enqueue({ kind: "mail", ...file }, { signal });
      if (!(bytes instanceof Uint8Array)) throw unexpected();
      return bytes.length > 0 ? Buffer.from(bytes).toString() : null;
    },

    async renderPage({ signal, ...file }) {
      const bytes = await enqueue({ kind: "render", ...file }, { signal });
      if (!(bytes instanceof Uint8Array)) throw unexpected();
      return bytes;
    },

    async unlock({ signal, ...file }) {
      const bytes = await enqueue({ kind: "unlock", ...file }, { signal });
      if (!(bytes instanceof Uint8Array)) throw unexpected();
      return bytes;
    },

    async close() {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(closedError());
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

type Asked = Question extends infer Each
  ? Each extends Question
    ? Omit<Each, "id" | keyof Settings>
    : never
  : never;

function closedError(): ReadingError {
  return new ReadingError("INTERNAL", "The reader is shutting down.", "Try again in a moment.");
}

function unexpected(): ReadingError {
  return new ReadingError("INTERNAL", "The reader gave a wrong answer.", "Try again.");
}
