import type { PlanLimit, Plan as StoredPlan } from "../generated/client";

/** The price of units from the tier before it up to `upTo`; null: of all that come after. Prices are millionths of the currency. */
export type TierRow = { upTo: number | null; unitMicro: number };

/** The limits of a meter in a plan, and the tiers of the price of `per` units. */
export type PlanMeterRow = {
  meter: string;
  soft: number | null;
  hard: number | null;
  per: number;
  tiers: TierRow[];
};

export type PlanRow = {
  id: string;
  name: string;
  currency: string;
  fixedMicro: number;
  trialDays: number;
  isDefault: boolean;
  archivedAt: Date | null;
  meters: PlanMeterRow[];
};

/** Returns a stored plan with its money as whole numbers. */
export function planOf({
  fixedMicro,
  limits,
  createdAt: _made,
  changedAt: _changed,
  ...plan
}: StoredPlan & { limits: PlanLimit[] }): PlanRow {
  return {
    ...plan,
    fixedMicro: Number(fixedMicro),
    meters: limits.map(({ meter, soft, hard, per, tiers }) => ({
      meter,
      soft: soft === null ? null : Number(soft),
      hard: hard === null ? null : Number(hard),
      per: Number(per),
      tiers: tiersOf(tiers),
    })),
  };
}

/** The column holds what `put` has written. */
function tiersOf(stored: unknown): TierRow[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((tier: unknown) => {
    if (typeof tier !== "object" || tier === null) return [];
    const upTo: unknown = Reflect.get(tier, "upTo");
    return [
      {
        upTo: typeof upTo === "number" ? upTo : null,
        unitMicro: Number(Reflect.get(tier, "unitMicro")),
      },
    ];
  });
}
