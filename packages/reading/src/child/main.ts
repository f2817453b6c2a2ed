import { readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import type { Answer, Question, Usage } from "../contract/protocol";
import { ReadingError } from "../contract/reading-error";
import { forbidNetwork } from "./forbid-network";
import { isFatal } from "./is-fatal";
import { readFile } from "./read-file";

const memoryReport = setInterval(
  () => say({ kind: "memory", bytes: process.memoryUsage.rss() }),
  1_000,
);
memoryReport.unref();

forbidNetwork();
process.on("disconnect", leave);
process.on("message", (message) => {
  void answer(fromParent(message)).then(say);
});

/** Deletes the child's home and kills the programs that it started, because no parent is left to do so. */
function leave(): void {
  if (homedir() === tmpdir()) rmSync(tmpdir(), { recursive: true, force: true });
  try {
    if (process.platform !== "win32") process.kill(-process.pid, "SIGKILL");
  } catch {
    // The process was started without a group of its own.
  }
  process.exit();
}

/** Types a message as a question. Only the parent of this child sends on this channel, and it sends only questions. */
function fromParent(message: unknown): Question {
  return message as Question;
}

async function answer(question: Question): Promise<Answer> {
  const { id } = question;
  let recognitions = 0;
  const recognising = () => {
    recognitions += 1;
    say({ kind: "recognising", id });
  };
  try {
    if (question.kind === "print") {
      const { printFile } = await import("./print-file");
      return { kind: "print", id, print: await printFile(question) };
    }
    if (question.kind === "cut") {
      const { cutRecording } = await import("../recordings/cut-recording");
      return { kind: "cut", id, recording: await cutRecording(question) };
    }
    if (question.kind !== "read") return { kind: "bytes", id, bytes: await bytesFor(question) };
    const before = cpuSeconds();
    const model = await readFile({ ...question, recognising });
    return { kind: "model", id, model, usage: usageSince(before, recognitions) };
  } catch (error) {
    const { code, message, remedy, cause } = asReadingError(error);
    const reason = cause instanceof Error ? cause.stack : undefined;
    return {
      kind: "error",
      id,
      code,
      message,
      remedy,
      cause: reason?.slice(0, 2_000),
      isSpent: isFatal(error),
    };
  }
}

/** Imports what few children need when it is asked for, so that a child starts quickly. */
async function bytesFor(
  question: Exclude<Question, { kind: "read" | "print" | "cut" }>,
): Promise<Uint8Array> {
  if (question.kind === "render") return (await import("./render-page")).renderPage(question);
  if (question.kind === "mail") return (await import("./lay-out-mail")).layOutMail(question);
  return (await import("./unlock-file")).unlockFile(question);
}

function usageSince(before: number, recognitions: number): Usage {
  return {
    cpuSeconds: cpuSeconds() - before,
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    recognitions,
  };
}

/** Returns the CPU time of the process and of its ended children, in seconds. Only Linux's /proc reports the children. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000 + childrensSeconds();
}

const ticksPerSecond = 100;

function childrensSeconds(): number {
  if (process.platform !== "linux") return 0;
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

function asReadingError(error: unknown): ReadingError {
  if (error instanceof ReadingError) return error;
  if (
    error instanceof RangeError &&
    /heap|allocation|array length|string length/i.test(error.message)
  )
    return new ReadingError(
      "TOO_LARGE",
      "The file needs more memory than one file may take.",
      "Split the file into smaller ones and upload those.",
    );
  return new ReadingError(
    "CORRUPT",
    "The file is damaged or not what its beginning says it is.",
    "Open it in the program that made it and save it again. Then upload the new copy.",
    { cause: error },
  );
}

function say(answer: Answer) {
  if (process.connected) process.send?.(answer, undefined, undefined, () => undefined);
}
