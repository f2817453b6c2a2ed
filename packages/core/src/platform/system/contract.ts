import { z } from "zod";

import { diskStates } from "../../disk/contract";
import { count, instant } from "../../shapes";
import {
  dependencyNames,
  diskParts,
  engineNames,
  releasedParts,
  settingNames,
  settingSources,
} from "../../system";

export const ofDependency = z.object({ name: z.enum(dependencyNames) });

/** The outcome of a test: `finding` when it passed, `problem` when it did not. The time that it took is in milliseconds. */
export const DependencyTest = z.object({
  testedAt: instant,
  isOk: z.boolean(),
  tookMs: count,
  finding: z.string().nullable(),
  problem: z.string().nullable(),
});

/** A dependency: its engine, null where nothing is set up, its last test, and the last time that one passed. */
export const Dependency = z.object({
  name: z.enum(dependencyNames),
  engine: z.enum(engineNames).nullable(),
  version: z.string().nullable(),
  last: DependencyTest.nullable(),
  succeededAt: instant.nullable(),
});

/** A variable of the environment. `value` is null for a secret, and for what has no value. */
export const Setting = z.object({
  name: z.enum(settingNames),
  value: z.string().nullable(),
  source: z.enum(settingSources),
  isSecret: z.boolean(),
});

export const SystemState = z.object({
  asOf: instant,
  dependencies: z.array(Dependency),
  settings: z.array(Setting),
  releases: z.object({
    product: z.string(),
    node: z.string(),
    parts: z.array(z.object({ name: z.enum(releasedParts), release: z.string() })),
  }),
  /** The migrations of the database: how many, the last one's name and when it was applied. */
  migrations: z.object({
    count,
    last: z.string().nullable(),
    appliedAt: instant.nullable(),
  }),
});

/** The room on the disk of the data directory, and the bytes of its parts. `databaseBytes` is what PostgreSQL counts. */
export const DiskUsage = z.object({
  countedAt: instant,
  freeBytes: z.number(),
  totalBytes: z.number(),
  state: z.enum(diskStates),
  parts: z.array(z.object({ name: z.enum(diskParts), bytes: z.number() })),
  databaseBytes: z.number(),
});
