import { join } from "node:path";
import type { DataKeys } from "@besunny/connectors/files/encryption/data-keys";
import {
  createEncryptedFiles,
  type EncryptedFiles,
} from "@besunny/connectors/files/encryption/encrypted-files";
import type { Files } from "@besunny/connectors/files/files";
import { createLocalFiles } from "@besunny/connectors/files/local-files";
import { AppError } from "@besunny/core/errors";

import type { Env } from "../env";
import type { Places } from "../places";
import { ownerOf } from "./owner-of";

/** Returns this machine's disk, or the bucket that S3_BUCKET names. Files of workspaces are encrypted before they get there. */
export async function chooseFiles(
  env: Env,
  places: Places,
  keys: DataKeys,
): Promise<EncryptedFiles> {
  return createEncryptedFiles({
    files: await chooseStorage(env, places),
    keys,
    scratchDirectory: places.scratch,
    ownerOf,
    asDamaged: (error) => (error instanceof AppError ? error : damaged(error)),
  });
}

/** The client of a bucket is loaded only where there is one. */
async function chooseStorage(env: Env, { data }: Places): Promise<Files> {
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

function damaged(cause: unknown): AppError {
  return new AppError("CORRUPT", "The stored file does not open: it was changed, cut or moved", {
    hint: "Restore it from a backup, with the database of the same day.",
    cause,
  });
}
