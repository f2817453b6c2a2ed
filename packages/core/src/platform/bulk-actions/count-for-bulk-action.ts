import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { count } from "../../shapes";
import { RunFilter } from "../runs/contract";
import { BulkActionKind } from "./contract";
import { countFitting } from "./count-fitting";

/** Returns the number of runs that would be acted on, for the confirmation. */
export const countForBulkAction = platformQuery("platform.count-for-bulk-action", {
  title: "Count the runs that a bulk action fits",
  permission: "platform.read",
  input: z.object({ kind: BulkActionKind, filter: RunFilter }),
  output: z.object({ count }),
  doors: ["admin"],
  handle: async (ctx, { kind, filter }) => ({ count: await countFitting(ctx, kind, filter) }),
});
