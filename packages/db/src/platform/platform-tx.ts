import type { PrismaClient } from "../generated/client";
import type { Checked } from "../raw-rows";

/** A transaction of the role that can read every workspace. */
export type PlatformTx = Checked<Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]>;

/** The same role, one statement at a time. */
export type PlatformClient = Checked<PrismaClient>;
