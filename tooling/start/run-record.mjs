import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf, commandOf, endGroup, parentOf } from "./processes.mjs";
import { Obstacle, say } from "./say.mjs";

/**
 * Keeps the processes of a data directory in its `run.json`. A start after kill -9 finds those that were left and ends them. A second
 * start beside a living one is refused.
 */
export function runRecord(dataDirectory) {
  const path = join(dataDirectory, "run.json");
  const children = new Map();

  function write() {
    mkdirSync(dataDirectory, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const parent = process.ppid;
    const record = {
      launcher: {
        pid: process.pid,
        birth: birthOf(process.pid),
        parent,
        parentBirth: birthOf(parent),
      },
      startedAt: new Date().toISOString(),
      children: [...children].map(([name, pid]) => ({ name, pid, birth: birthOf(pid) })),
    };
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(record, null, 2));
    renameSync(draft, path);
  }

  return {
    /** Throws `Obstacle` when another start is alive and well; ends what is left of one that is not. */
    async takeOver() {
      const previous = read(path);
      if (previous) await endPrevious(previous);
      write();
    },
    /** Remembers a child that leads a process group; `null` forgets it. */
    note(name, pid) {
      if (pid) children.set(name, pid);
      else children.delete(name);
      write();
    },
    remove: () => rmSync(path, { force: true }),
  };
}

async function endPrevious({ launcher, children, startedAt }) {
  if (launcher.pid === process.pid) return;
  const launcherLives = isSame(launcher) && commandOf(launcher.pid).includes("start.mjs");
  if (launcherLives && !isAbandoned(launcher))
    throw new Obstacle(
      `BeSunny is already running here (process ${launcher.pid}, since ${new Date(startedAt).toLocaleString()}).`,
      `Use that one, or end it: press Ctrl-C in its window or run \`kill ${launcher.pid}\`.`,
    );
  if (launcherLives) process.kill(launcher.pid, "SIGKILL");

  const left = children.filter(isSame);
  if (left.length === 0) return;
  say(`Ending what an earlier run left behind: ${left.map(({ name }) => name).join(", ")}`);
  await Promise.all(left.map(({ pid }) => endGroup(pid, 4000)));
}

/** Returns true if the process that started it (npm, a terminal) was killed, so that nobody can press Ctrl-C any more. */
function isAbandoned({ parent, parentBirth, pid }) {
  if (parentBirth === null || birthOf(parent) !== parentBirth || parentOf(pid) !== parent)
    return true;
  const isShellOfNpm = /^\S*sh -c .*start\.mjs/.test(commandOf(parent));
  return isShellOfNpm && parentOf(parent) === 1;
}

function isSame({ pid, birth }) {
  return birth !== null && birthOf(pid) === birth;
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
