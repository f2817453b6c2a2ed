import { Readable } from "node:stream";
import {
  GetObjectCommand,
  PutObjectLegalHoldCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { AwsS3StorageAdapter } from "@flystorage/aws-s3";
import { FileStorage } from "@flystorage/file-storage";

import { createFiles, type Files } from "./files";

export type S3Options = {
  bucket: string;
  region: string;
  endpoint?: string | undefined;
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  scratchDirectory: string;
};

/** The answers of buckets without object lock, of servers that know none, and to unknown keys. */
const hasNoHold = new Set([
  "InvalidRequest",
  "InvalidBucketObjectLockConfiguration",
  "ObjectLockConfigurationNotFoundError",
  "NoSuchObjectLockConfiguration",
  "MethodNotAllowed",
  "NotImplemented",
  "NoSuchKey",
]);

/** Files in a bucket of Amazon S3 or of anything that speaks its protocol (then with `endpoint`). */
export function createS3Files(options: S3Options): Files {
  const { bucket, region, endpoint, accessKeyId, secretAccessKey, scratchDirectory } = options;
  const client = new S3Client({
    region,
    // Compatible servers refuse the checksum trailers that the SDK adds by default.
    requestChecksumCalculation: "WHEN_REQUIRED",
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
  return createFiles({
    storage: new FileStorage(new AwsS3StorageAdapter(client, { bucket })),
    scratchDirectory,
    async setHold(key, isHeld) {
      try {
        await client.send(
          new PutObjectLegalHoldCommand({
            Bucket: bucket,
            Key: key,
            LegalHold: { Status: isHeld ? "ON" : "OFF" },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && hasNoHold.has(error.name)) return false;
        throw error;
      }
    },
    async streamPart(key, { first, last }) {
      const Range = `bytes=${first}-${last}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
      if (!(Body instanceof Readable)) throw new Error("The storage sent no bytes");
      return Body;
    },
  });
}
