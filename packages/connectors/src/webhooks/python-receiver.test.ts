import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { afterAll, expect, test } from "vitest";

import { createWebhooks } from "./webhooks";

const python = process.env.PYTHON ?? "python3";
const isThere = spawnSync(python, ["-c", "import standardwebhooks"]).status === 0;
const reason = isThere
  ? ""
  : " (skipped: pip install standardwebhooks, or name a Python in PYTHON)";

const webhooks = createWebhooks({ allowList: ["127.0.0.1"] });
const secret = webhooks.newSecret();
const next = webhooks.newSecret();
const children: ReturnType<typeof spawn>[] = [];
afterAll(() => {
  for (const child of children) child.kill();
});

async function aReceiver(...secrets: string[]) {
  const child = spawn(python, [
    join(import.meta.dirname, "../../test/webhooks-receiver.py"),
    ...secrets,
  ]);
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const read = async (): Promise<Record<string, unknown>> =>
    JSON.parse((await lines.next()).value ?? "{}");
  const { port } = await read();
  return { url: `http://127.0.0.1:${port}/`, read };
}

const body = JSON.stringify({
  type: "document.ready",
  data: { documentId: "doc_1" },
  title: "Größe",
});

test.skipIf(!isThere)(
  `Python's library verifies what is sent, also while a secret is rotated${reason}`,
  { timeout: 30_000 },
  async () => {
    const old = await aReceiver(secret);
    const both = await aReceiver(secret, next);
    const message = { id: "msg_1", body, at: new Date() };
    const rotating = { ...message, secrets: [next, secret] };
    expect(await webhooks.send({ ...rotating, url: old.url })).toMatchObject({ status: 204 });
    expect(await old.read()).toEqual({ verified: 1, body: JSON.parse(body) });
    expect(await webhooks.send({ ...rotating, url: both.url })).toMatchObject({ status: 204 });
    expect(await both.read()).toMatchObject({ verified: 2 });
    const done = { ...message, secrets: [next], url: old.url };
    expect(await webhooks.send(done)).toMatchObject({ status: 401 });
  },
);
