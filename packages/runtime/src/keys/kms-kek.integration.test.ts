import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createKms } from "@besunny/connectors/kms/kms";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { kmsKek } from "./kms-kek";

/** A server that speaks the protocol of AWS KMS: `MOTO_SERVER` names it, or it is on the path. */
const server = process.env.MOTO_SERVER ?? "moto_server";
const isThere = spawnSync(server, ["--help"]).status === 0;
const PORT = 18_488;
const endpoint = `http://127.0.0.1:${PORT}`;

describe.skipIf(!isThere)(
  "AWS KMS (needs moto_server of the PyPI package moto[server,kms])",
  () => {
    let running: ChildProcess;
    let keyId: string;

    beforeAll(async () => {
      vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
      vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
      running = spawn(server, ["-H", "127.0.0.1", "-p", String(PORT)], { stdio: "ignore" });
      keyId = await aKey();
      return () => vi.unstubAllEnvs();
    }, 60_000);
    afterAll(() => void running.kill());

    async function aKey(): Promise<string> {
      for (let tries = 0; tries < 100; tries += 1) {
        const answer = await fetch(endpoint, {
          method: "POST",
          headers: {
            "content-type": "application/x-amz-json-1.1",
            "x-amz-target": "TrentService.CreateKey",
            authorization:
              "AWS4-HMAC-SHA256 Credential=test/20261201/eu-central-1/kms/aws4_request, SignedHeaders=host, Signature=x",
          },
          body: "{}",
        }).catch(() => null);
        if (answer?.ok) {
          const made: unknown = await answer.json();
          const found = /"KeyId":\s*"([^"]+)"/.exec(JSON.stringify(made))?.[1];
          if (found) return found;
        }
        await sleep(300);
      }
      throw new Error("moto_server does not answer");
    }

    const kekOf = (id: string) =>
      kmsKek(id, createKms({ keyId: id, region: "eu-central-1", endpoint }));

    test("a key that it wraps is unwrapped as what it is, and as nothing else", async () => {
      const kek = kekOf(keyId);
      const key = randomBytes(32);
      const wrapped = await kek.wrap(key, { owner: "ws_1", version: 1 });
      expect(Buffer.from(wrapped).includes(key)).toBe(false);
      expect(Buffer.from(await kek.unwrap(wrapped, { owner: "ws_1", version: 1 }))).toEqual(key);
      await expect(kek.unwrap(wrapped, { owner: "ws_2", version: 1 })).rejects.toThrow();
      await expect(kek.unwrap(wrapped, { owner: "ws_1", version: 2 })).rejects.toThrow();
      expect(kek.id).toBe(`kms:${keyId}`);
    });

    test("a key of KMS that is not there refuses", async () => {
      await expect(
        kekOf("11111111-1111-1111-1111-111111111111").wrap(randomBytes(32), {
          owner: "ws_1",
          version: 1,
        }),
      ).rejects.toThrow();
    });
  },
);
