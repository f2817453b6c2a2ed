import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

// A child without models: it says very often that it lives, and answers with its pid. What it is asked to embed are its orders: how many
// milliseconds to work, and a file whose absence makes it crash.
process.on("disconnect", () => process.exit());
process.on("message", async ({ kind, id, call }) => {
  if (kind !== "call") return;
  const [milliseconds, marker] = call.input;
  if (marker && !existsSync(marker)) {
    writeFileSync(marker, "");
    process.exit(1);
  }
  await sleep(Number(milliseconds));
  process.send({ kind: "result", id, output: [Float32Array.of(process.pid)] });
});
setInterval(() => process.send({ kind: "alive" }), 2);
