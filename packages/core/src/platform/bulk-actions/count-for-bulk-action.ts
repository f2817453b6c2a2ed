import { z } from "zod";

import { platformOperation } from "../../operation/operation";
import { RunFilter } from "../runs/run-filter";
import { countFitting, OperationKind } from "./contract";

/** How many runs would be acted on: what the confirmation says. */
export const countForOperation = platformOperation({
  input: z.object({ kind: OperationKind, filter: RunFilter }),
  run: async (ctx, { kind, filter }) => ({ count: await countFitting(ctx, kind, filter) }),
});
