import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

// A child without models. It sends `alive` very often and answers with its pid. The texts that it should embed are its orders: the number
// of milliseconds to work, and a file whose absence makes it crash.
process.on("disconnect", () => process.exit());
process.on("message", async ({ kind, id, call }) => {
  if (kind !== "call") return;
  const [milliseconds, marker] = call.input.texts;
  if (marker && !existsSync(marker)) {
    writeFileSync(marker, "");
    process.exit(1);
  }
  await sleep(Number(milliseconds));
  process.send({ kind: "result", id, output: [Float32Array.of(process.pid)] });
});
setInterval(() => process.send({ kind: "alive" }), 2);
