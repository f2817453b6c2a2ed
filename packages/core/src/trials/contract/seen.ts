import type { ArmCounts, ShadowCounts } from "@besunny/db/workspace/models/experiments";
import { z } from "zod";

import { arms } from "../../models/contract/arm-of";
import { count } from "../../shapes";

/** The counts of a shadow. A document is judged once a person says its type. */
const Shadow = z.object({
  kind: z.literal("shadow"),
  documents: count,
  disagreed: count,
  judged: count,
  challengerAlone: count,
  championAlone: count,
  failed: count,
  p95Ms: z.number().nullable(),
  costMicro: z.number().nullable(),
});

/** The counts of one arm. The override rate is overridden / answered, and means nothing without answered / documents. */
export const ArmSeen = z.object({
  arm: z.enum(arms),
  documents: count,
  clusters: count,
  answered: count,
  measured: count,
  overrideSum: z.number(),
  overrideSquares: z.number(),
  overridden: count,
  confirmed: count,
  secondsToConfirm: z.number().nullable(),
  failed: count,
  p95Ms: z.number().nullable(),
  costMicro: z.number().nullable(),
});

/** The counts of a look at an experiment. */
export const Seen = z.discriminatedUnion("kind", [
  Shadow,
  z.object({ kind: z.literal("arms"), arms: z.array(ArmSeen) }),
]);
export type Seen = z.infer<typeof Seen>;

type Counting = {
  countShadow(id: string): Promise<ShadowCounts>;
  countArms(id: string): Promise<ArmCounts[]>;
};

/** Counts an experiment as it is now. */
export async function seenOf(
  experiments: Counting,
  { id, kind }: { id: string; kind: string },
): Promise<Seen> {
  if (kind === "shadow") return { kind: "shadow", ...(await experiments.countShadow(id)) };
  return Seen.parse({ kind: "arms", arms: await experiments.countArms(id) });
}
