import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

const PORT = 18_470;
/** A server that speaks the protocol of S3: `VERSITYGW` names it, or it is on the path. */
const server = process.env.VERSITYGW ?? "versitygw";
const keys = { accessKeyId: "tests", secretAccessKey: "a secret of tests" };

/** Returns why no server of S3 can be asked; null if one can. */
export function whyNoS3(): string | null {
  const isThere = spawnSync(server, ["--version"]).status === 0;
  return isThere ? null : `there is no ${server}; set VERSITYGW`;
}

/** Starts a server of S3 with a bucket that locks objects and one that does not. */
export async function anS3Server() {
  const folder = await mkdtemp(join(tmpdir(), "besunny-s3-"));
  const [data, versions] = [join(folder, "data"), join(folder, "versions")];
  for (const each of [data, versions]) await mkdir(each);
  const port = ["--port", `127.0.0.1:${PORT}`, "posix", "--versioning-dir", versions, data];
  const running = spawn(server, port, {
    stdio: "ignore",
    env: {
      ...process.env,
      ROOT_ACCESS_KEY: keys.accessKeyId,
      ROOT_SECRET_KEY: keys.secretAccessKey,
    },
  });
  const options = { region: "us-east-1", endpoint: `http://127.0.0.1:${PORT}`, ...keys };
  const client = new S3Client({ ...options, credentials: keys, forcePathStyle: true });
  await firstBucket(client);
  await client.send(
    new CreateBucketCommand({ Bucket: "locked", ObjectLockEnabledForBucket: true }),
  );
  return {
    plain: { ...options, bucket: "plain", scratchDirectory: join(folder, "scratch") },
    locked: { ...options, bucket: "locked", scratchDirectory: join(folder, "scratch") },
    client,
    async close() {
      running.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function firstBucket(client: S3Client): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const made = await client.send(new CreateBucketCommand({ Bucket: "plain" })).catch(() => null);
    if (made) return;
    await wait(200);
  }
  throw new Error("The server of S3 does not answer");
}
