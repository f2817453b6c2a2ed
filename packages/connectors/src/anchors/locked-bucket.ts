import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { S3Options } from "../files/s3-files";
import type { AnchorPlace } from "./anchor-place";

const DAY_MS = 86_400_000;
const PRECONDITION_FAILED = 412;

/**
 * Returns a bucket with object lock as a place for anchors. Each is locked in the mode COMPLIANCE for these days: nobody can remove or replace it before,
 * the owner of the bucket included. The bucket must have been made with object lock.
 */
export function createLockedBucket(
  options: Omit<S3Options, "scratchDirectory"> & { days: number },
  clock: () => Date,
): AnchorPlace {
  const { bucket, region, endpoint, accessKeyId, secretAccessKey, days } = options;
  const client = new S3Client({
    region,
    requestChecksumCalculation: "WHEN_REQUIRED",
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });

  return {
    name: `bucket ${bucket}`,
    keepsOnce: true,

    async keep(key, bytes) {
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ContentType: "application/json",
        ObjectLockMode: "COMPLIANCE",
        ObjectLockRetainUntilDate: new Date(clock().getTime() + days * DAY_MS),
        IfNoneMatch: "*",
        // S3 demands a checksum of what is locked.
        ChecksumAlgorithm: "SHA256",
      });
      await client.send(put).catch((error: unknown) => {
        const isThere =
          error instanceof S3ServiceException &&
          error.$metadata.httpStatusCode === PRECONDITION_FAILED;
        if (!isThere) throw error;
      });
    },

    async list(folder) {
      const found: { key: string; bytes: Uint8Array }[] = [];
      let after: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: `${folder}/`,
            ...(after && { ContinuationToken: after }),
          }),
        );
        for (const { Key: key } of page.Contents ?? [])
          if (key) found.push({ key, bytes: await read(key) });
        after = page.NextContinuationToken;
      } while (after);
      return found;
    },
  };

  async function read(key: string): Promise<Uint8Array> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!Body) throw new Error(`The bucket sent nothing for ${key}`);
    return Body.transformToByteArray();
  }
}
