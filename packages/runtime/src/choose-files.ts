import { join } from "node:path";

import type { Files } from "@besunny/connectors/files/files";
import { createLocalFiles } from "@besunny/connectors/files/local-files";

import type { Env } from "./env";
import type { Places } from "./places";

/** Returns this machine's disk, or the bucket that S3_BUCKET names; its client is loaded only there. */
export async function chooseFiles(env: Env, { data }: Places): Promise<Files> {
  if (!env.S3_BUCKET) return createLocalFiles({ directory: data });
  const { createS3Files } = await import("@besunny/connectors/files/s3-files");
  return createS3Files({
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    scratchDirectory: join(data, "scratch"),
  });
}
