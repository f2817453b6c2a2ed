import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { CutRecording } from "../contract/cut-recording";
import type { Limits } from "../contract/limits";
import type { Question } from "../contract/protocol";
import { handing } from "./handing";
import { sandboxFlags } from "./sandbox";

/** A child process and its home: a temporary folder that the child may write to, deleted when the child ends. */
export type ReaderChild = {
  process: ChildProcess;
  home: string;
  filesRead: number;
  memoryBytes: number;
  lastWords: string;
  isKilled: boolean;
  /** Resolves after the process has ended and its home is deleted. */
  gone: Promise<void>;
};

export type ChildOptions = {
  childEntry: string;
  limits: Limits;
  nativeTools: boolean;
  /** A folder with programs that is searched before those of the machine. */
  programs?: string | undefined;
};

/** On Windows only some people may create links, and there are no process groups. */
const isWindows = process.platform === "win32";

/**
 * Room for new objects, in MiB. With less, the engine looks through everything that a page made, many times a file, and most of it is kept.
 */
const youngSpace = ["--min-semi-space-size=16", "--max-semi-space-size=32"];

/** Room for lasting objects, in MiB, before the engine looks through all of them for the first time. */
const oldSpace = ["--initial-old-space-size=128"];

/** Calls, or rounds of a loop, before a function is compiled again. A child reads few files, and the second compiler took a fifth of its time. */
const compiling = [
  "--invocation-count-for-maglev=1500",
  "--invocation-count-for-maglev-osr=800",
  "--invocation-count-for-turbofan=40000",
  "--invocation-count-for-osr=5000",
];

export function startChild({
  childEntry,
  limits,
  nativeTools,
  programs,
}: ChildOptions): ReaderChild {
  const loader = childEntry.endsWith(".ts")
    ? ["--import", pathToFileURL(createRequire(childEntry).resolve("tsx")).href]
    : [];
  const heap = Math.round(limits.heapBytes / 1_048_576);
  const home = mkdtempSync(join(tmpdir(), "reading-"));
  if (loader.length > 0) shareLoadersCache(home);
  const sandbox = isWindows ? [] : sandboxFlags({ childEntry, home, nativeTools });
  const process_ = fork(childEntry, [], {
    execPath: process.execPath,
    execArgv: [
      `--max-old-space-size=${heap}`,
      ...youngSpace,
      ...oldSpace,
      ...compiling,
      ...sandbox,
      ...loader,
    ],
    env: childEnvironment(home, programs),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: !isWindows,
  });
  const { promise: gone, resolve: tellGone } = Promise.withResolvers<void>();
  const child: ReaderChild = {
    process: process_,
    home,
    filesRead: 0,
    memoryBytes: 0,
    lastWords: "",
    isKilled: false,
    gone,
  };
  process_.stderr?.on("data", (chunk: Buffer) => {
    child.lastWords = (child.lastWords + chunk.toString()).slice(-4_000);
  });
  // A process that did not start has no exit.
  process_.on("error", () => tellGone());
  process_.once("exit", () => {
    killGroup(process_.pid);
    void rm(home, { recursive: true, force: true })
      .catch(() => undefined)
      .then(tellGone);
  });
  return child;
}

/** Shares tsx's cache between children, so that not every child compiles everything again. */
function shareLoadersCache(home: string): void {
  if (isWindows) return;
  const name = `tsx-${userInfo().uid}`;
  mkdirSync(join(tmpdir(), name), { recursive: true });
  symlinkSync(join(tmpdir(), name), join(home, name));
}

/** Kills a child and the programs that it started. The child leads a process group; programs with groups of their own are killed too. */
export function killChild(child: ReaderChild): void {
  const { pid, exitCode, signalCode } = child.process;
  child.isKilled = true;
  // The process id of an ended process may belong to another process by now.
  if (exitCode !== null || signalCode !== null) return;
  const started = startedBy(pid);
  child.process.kill("SIGKILL");
  killGroup(pid);
  for (const each of started) killGroup(each);
}

/** Returns no ids if the system has no /proc. */
function startedBy(pid: number | undefined): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return (children.match(/\d+/g) ?? []).map(Number);
  } catch {
    return [];
  }
}

function killGroup(pid: number | undefined): void {
  if (isWindows || pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has no process left.
  }
}

/** Returns the folders in which a child finds programs, that of `programs` first. */
export function programPath(programs?: string): string {
  const usual = process.env.PATH ?? "";
  return programs ? [programs, usual].join(delimiter) : usual;
}

/** Returns the environment of a child without our secrets, because files are not trusted and so the child is not. */
function childEnvironment(home: string, programs: string | undefined): NodeJS.ProcessEnv {
  const names = ["LANG", "SystemRoot"];
  const kept = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const places = { TMPDIR: home, TEMP: home, TMP: home, HOME: home };
  const PATH = programPath(programs);
  return {
    ...Object.fromEntries(kept),
    ...places,
    PATH,
    NODE_ENV: "production",
    OMP_THREAD_LIMIT: "1",
  };
}

/** A question that names only links in the child's home, because the child can read nothing else. */
export type Lent = {
  question: Question;
  given(model: ParsedDocument): ParsedDocument;
  pieces(recording: CutRecording): CutRecording;
  end(): void;
};

export function lend({ home }: ReaderChild, question: Question): Lent {
  const wanted = question.kind === "read" || question.kind === "cut" ? question : null;
  if (isWindows) return { question, ...handing(wanted?.outputDirectory), end: () => undefined };
  const folder = join(home, `file-${question.id}`);
  const [path, output] = [join(folder, "source"), join(folder, "output")];
  mkdirSync(folder);
  symlinkSync(resolve(question.path), path);
  const end = () => void rm(folder, { recursive: true, force: true }).catch(() => undefined);
  if (!wanted) return { question: { ...question, path }, ...handing(), end };
  symlinkSync(resolve(wanted.outputDirectory), output);
  return {
    question: { ...wanted, path, outputDirectory: output },
    ...handing(wanted.outputDirectory, output),
    end,
  };
}
