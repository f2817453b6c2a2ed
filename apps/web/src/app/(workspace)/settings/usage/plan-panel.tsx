"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useShell } from "~/shell/shell-context";

import { Panel } from "../panel";

const MICRO = 1_000_000;

/** The plan, how its payments stand, and, where somebody takes money, the way to pay. */
export function PlanPanel() {
  const t = useTranslations("usage");
  const format = useFormatter();
  const trpc = useTRPC();
  const { role } = useShell();
  const billing = useQuery(trpc.usage.billing.queryOptions({}));
  const changed = useToldChange(trpc.usage.pathKey());
  const go = { onSuccess: ({ url }: { url: string }) => window.location.assign(url) };
  const { onError } = changed("");
  const checkout = useMutation(trpc.usage.checkout.mutationOptions({ ...go, onError }));
  const portal = useMutation(trpc.usage.portal.mutationOptions({ ...go, onError }));
  const mayPay = can(role, "billing.manage");
  const price = (plan: { fixedMicro: number; currency: string }) =>
    format.number(plan.fixedMicro / MICRO, { style: "currency", currency: plan.currency });

  return (
    <Panel title={t("plan")}>
      <Loaded query={billing} label={t("loading")}>
        {({ plan, standing, trialEndsAt, provider, hasCustomer, plans }) => (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <bdi className="font-medium">{plan?.name ?? t("noPlan")}</bdi>
              <Badge
                tone={standing === "active" || standing === "trialing" ? "accent" : "attention"}
              >
                {t(`standing_${standing}`)}
              </Badge>
              {plan && plan.fixedMicro > 0 && (
                <span className="text-n11 text-sm">{t("aMonth", { price: price(plan) })}</span>
              )}
              {standing === "trialing" && trialEndsAt && (
                <span className="text-n11 text-sm">{t("trialUntil", { day: trialEndsAt })}</span>
              )}
            </p>
            {(standing === "past_due" || standing === "restricted" || standing === "cancelled") && (
              <p className="mt-2 text-attention text-sm">{t(`hint_${standing}`)}</p>
            )}
            {provider === "none" && <p className="mt-2 text-n11 text-sm">{t("nobodyTakes")}</p>}
            {provider !== "none" && mayPay && (
              <div className="mt-4 flex flex-wrap gap-2">
                {hasCustomer && (
                  <Button
                    loading={portal.isPending}
                    onClick={() => portal.mutate({ returnTo: window.location.href })}
                  >
                    {t("payments")}
                  </Button>
                )}
                {plans
                  .filter(({ id, fixedMicro, meters }) => {
                    const costs = fixedMicro > 0 || meters.some(({ tiers }) => tiers.length > 0);
                    return costs && id !== plan?.id;
                  })
                  .map((each) => (
                    <Button
                      key={each.id}
                      variant="primary"
                      loading={checkout.isPending && checkout.variables.planId === each.id}
                      onClick={() =>
                        checkout.mutate({ planId: each.id, returnTo: window.location.href })
                      }
                    >
                      {t("choose", { name: each.name, price: price(each) })}
                    </Button>
                  ))}
              </div>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
