import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { workspaceId } from "../people/contract";

/** The buckets of requests that may differ for a workspace. */
export const rateBuckets = ["key", "user", "app", "workspace"] as const;
export type RateBucket = (typeof rateBuckets)[number];

/**
 * Points a minute of each bucket, unless an admin of the platform has set others. Programs, which come with a key or a token, use `key` and
 * `user`; the pages of our own apps use `app`. All callers of a workspace share `workspace`.
 */
export const usualRates: Readonly<Record<RateBucket, number>> = {
  key: 600,
  user: 600,
  app: 3_000,
  workspace: 20_000,
};

/** The buckets that are set for a workspace, in points a minute. */
export type OwnRates = Readonly<Partial<Record<RateBucket, number>>>;

export const leastRate = 10;
export const mostRate = 1_000_000;

const points = z.int().min(leastRate).max(mostRate);

/** A limit of a workspace: its points a minute, the usual ones, and who set others and why. */
export const Rate = z.object({
  bucket: z.enum(rateBuckets),
  points: count,
  usual: count,
  isOwn: z.boolean(),
  reason: z.string().nullable(),
  changedById: idIn("usr").nullable(),
  changedAt: instant.nullable(),
});
export type Rate = z.infer<typeof Rate>;

export const RateChange = z.object({
  id: workspaceId,
  bucket: z.enum(rateBuckets),
  /** Null: the usual points. */
  points: points.nullable(),
  reason: z.string().trim().min(3, "Say why").max(300),
});
