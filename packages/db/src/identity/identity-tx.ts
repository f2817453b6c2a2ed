import type { PrismaClient } from "../generated/client";
import type { Checked } from "../raw-rows";

/** A transaction of the role that can read people, sessions and keys. */
export type IdentityTx = Checked<Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]>;
