import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = `
  import { forbidNetwork } from ${JSON.stringify(import.meta.resolve("./forbid-network.ts"))};
  import http from "node:http";
  import net from "node:net";
  const asked = { server: 0 };
  const server = net.createServer(() => (asked.server += 1)).listen(0, "127.0.0.1", async () => {
    const { port } = server.address();
    forbidNetwork();
    const tried = async (attempt) => {
      try { await attempt(); return "done"; } catch (error) { return error.message; }
    };
    const answers = [
      await tried(() => net.connect(port, "127.0.0.1")),
      await tried(() => http.get({ port, host: "127.0.0.1" })),
      await tried(() => fetch("http://127.0.0.1:" + port)),
    ];
    setTimeout(() => { console.log(JSON.stringify({ answers, ...asked })); process.exit(); }, 50);
  });`;

test("keeps a reader from calling anybody", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    script,
  ]);
  const refusal = "Reading a file needs no network.";
  expect(JSON.parse(stdout)).toEqual({ answers: [refusal, refusal, refusal], server: 0 });
});
