import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

// A child that does to itself what the name of the file asks for, and otherwise answers as a good one.
process.on("disconnect", () => process.exit());
process.on("message", ({ id, fileName, path, outputDirectory }) => {
  if (fileName === "brood" || fileName === "brood apart") {
    const detached = fileName === "brood apart";
    const helper = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { detached });
    writeFileSync(join(outputDirectory, "pid"), String(helper.pid));
    return;
  }
  if (fileName === "hang") for (;;);
  if (fileName === "crash") process.exit(7);
  if (fileName === "abort") process.abort();
  if (fileName === "silent") return;
  if (fileName === "mumble") return void process.send(null);
  if (fileName === "lie") return void process.send({ kind: "model", id, model: { pages: 1 } });
  if (fileName === "spent") {
    const refusal = { code: "CORRUPT", message: "It fell.", remedy: "Stand up.", isSpent: true };
    process.send({ kind: "error", id, ...refusal });
    return;
  }
  if (fileName === "explode") {
    const hoard = [];
    for (;;) hoard.push(Buffer.alloc(8 * 1024 * 1024, hoard.length));
  }
  if (fileName === "heap") {
    const hoard = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, () => ({ hoard })));
  }
  const text = JSON.stringify(
    fileName === "hostile"
      ? attempts(path, outputDirectory)
      : { pid: process.pid, environment: process.env },
  );
  const model = {
    format: "text",
    mediaType: "text/plain",
    text,
    pages: [],
    blocks: [],
    metadata: {},
    attachments: fileName === "thief" ? loot(path, outputDirectory) : [],
    ...(fileName === "thief" && { unwrapped: "/etc/hostname" }),
    ...(fileName === "unwrapped" && { unwrapped: copied(outputDirectory) }),
    warnings: [],
  };
  process.send({ kind: "model", id, model });
});

/** Tries what a file that has taken over its reader would try. Each attempt ends as "done" or with its error. */
function attempts(path, outputDirectory) {
  return {
    readTheFile: tried(() => readFileSync(path)),
    writeAnAttachment: tried(() => writeFileSync(join(outputDirectory, "attachment"), "a")),
    readBesideTheFile: tried(() => readFileSync(join(dirname(path), "..", "..", "secret"))),
    readTheSystem: tried(() => readFileSync("/etc/hostname")),
    writeElsewhere: tried(() => writeFileSync(join(dirname(process.env.HOME), "loot"), "a")),
    startAProgram: tried(() => execFileSync(process.execPath, ["--version"])),
  };
}

/** One honest attachment among files that are none of the child's business. */
function loot(path, outputDirectory) {
  const honest = join(outputDirectory, "attachment-1");
  writeFileSync(honest, "a");
  const paths = [
    honest,
    "/etc/hostname",
    `${outputDirectory}/../../secret`,
    `${outputDirectory}/link`,
    `${outputDirectory}/missing`,
    outputDirectory,
    path,
  ];
  return paths.map((each) => ({ fileName: "a", mediaType: "text/plain", path: each, size: 1 }));
}

function copied(outputDirectory) {
  const path = join(outputDirectory, "unwrapped");
  writeFileSync(path, "a");
  return path;
}

function tried(attempt) {
  try {
    attempt();
    return "done";
  } catch (error) {
    return error.code;
  }
}
