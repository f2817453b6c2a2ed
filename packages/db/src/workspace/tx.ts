import type { PrismaClient } from "../generated/client";
import type { Checked } from "../raw-rows";

/** A transaction that can read one workspace. */
export type Tx = Checked<Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]>;
