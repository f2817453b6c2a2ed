import { z } from "zod";

import { microOfCurrency, PlanMeter } from "../../billing/contract/plan";
import { invalidInput, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { isLevel } from "../../usage/contract/meters";

/** Makes a plan, or changes all of one, at once for every workspace that has it. Throws `INVALID_INPUT` and `NOT_FOUND`. */
export const putPlan = platformCommand("platform.put-plan", {
  title: "Make or change a plan",
  permission: "system.manage",
  input: z.object({
    id: z.string().max(60).nullable().default(null),
    name: z.string().trim().min(1).max(100),
    currency: z.string().regex(/^[A-Z]{3}$/, "Give three letters, such as EUR"),
    fixedMicro: microOfCurrency,
    trialDays: z.number().int().min(0).max(365).default(0),
    /** Workspaces without a plan of their own have this one. */
    isDefault: z.boolean().default(false),
    meters: z.array(PlanMeter).max(20),
  }),
  output: z.object({ id: z.string() }),
  doors: ["admin"],
  stepUp: true,

  async handle({ plans, clock, changed }, { id, ...plan }) {
    const before = id ? ((await plans.find(id)) ?? notFound("Plan", id)) : null;
    if (before?.isDefault && !plan.isDefault)
      invalidInput("One plan is the default: make another one the default instead");
    mustFit(plan);
    const kept = await plans.put(id, plan, clock());
    changed({ subject: kept, before: before ? told(before) : {}, after: told(plan) });
    return { id: kept };
  },
});

type Given = { currency: string; meters: readonly z.infer<typeof PlanMeter>[] };

function mustFit({ currency, meters }: Given): void {
  if (!Intl.supportedValuesOf("currency").includes(currency))
    invalidInput(`${currency} is no currency; give one such as EUR`);
  if (new Set(meters.map(({ meter }) => meter)).size < meters.length)
    invalidInput("A meter stands in a plan once");
  for (const { meter, soft, hard, tiers } of meters) {
    if (soft !== null && hard !== null && soft > hard)
      invalidInput(`The soft limit of ${meter} is above its hard one`);
    if (isLevel(meter) && hard === 0 && meter === "seats")
      invalidInput("A workspace has at least one seat");
    const ends = tiers.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
    if (ends.some((end, at) => at > 0 && end <= (ends[at - 1] ?? 0)))
      invalidInput(`The tiers of ${meter} do not rise`);
    if (tiers.length > 0 && ends.at(-1) !== Number.POSITIVE_INFINITY)
      invalidInput(`The last tier of ${meter} needs no end`);
  }
}

function told({
  name,
  fixedMicro,
  isDefault,
  meters,
}: {
  name: string;
  fixedMicro: number;
  isDefault: boolean;
  meters: readonly { meter: string; hard: number | null }[];
}) {
  const limits = Object.fromEntries(meters.map(({ meter, hard }) => [meter, hard]));
  return { name, fixedMicro, isDefault, limits };
}
