"use client";

import { meters } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { type Meter, MICRO, type Plan, perOf, unitOf } from "./amounts";
import { useBillingDone } from "./use-billing-done";

type MeterInput = Plan["meters"][number];

/** Makes a plan, or changes one: its price, and for each meter the limits, what is included and the price of more. */
export function PutPlan({ plan, onClose }: { plan: Plan | null; onClose: () => void }) {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const done = useBillingDone();
  const formId = useId();
  const [isDefault, setDefault] = useState(plan?.isDefault ?? false);
  const put = useMutation(trpc.admin.billing.putPlan.mutationOptions(done(t("saved"), onClose)));

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    put.mutate({
      id: plan?.id ?? null,
      name: String(form.get("name")),
      currency: String(form.get("currency")).toUpperCase(),
      fixedMicro: Math.round(Number(form.get("fixed")) * MICRO),
      trialDays: Number(form.get("trialDays")),
      isDefault,
      meters: meters.flatMap((meter) => meterOf(form, meter, plan) ?? []),
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={plan ? t("changeOf", { name: plan.name }) : t("newPlan")}
      closeLabel={t("close")}
      actions={
        <Button variant="primary" type="submit" form={formId} loading={put.isPending}>
          {t("save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <Field label={t("name")}>
          {(control) => (
            <Input {...control} name="name" required maxLength={100} defaultValue={plan?.name} />
          )}
        </Field>
        <div className="grid grid-cols-3 gap-3">
          <Field label={t("fixed")}>
            {(control) => (
              <Input
                {...control}
                name="fixed"
                type="number"
                min={0}
                step="any"
                required
                defaultValue={(plan?.fixedMicro ?? 0) / MICRO}
              />
            )}
          </Field>
          <Field label={t("currency")}>
            {(control) => (
              <Input
                {...control}
                name="currency"
                required
                maxLength={3}
                defaultValue={plan?.currency ?? "EUR"}
              />
            )}
          </Field>
          <Field label={t("trialDays")}>
            {(control) => (
              <Input
                {...control}
                name="trialDays"
                type="number"
                min={0}
                max={365}
                required
                defaultValue={plan?.trialDays ?? 0}
              />
            )}
          </Field>
        </div>
        <div className="flex items-center gap-2">
          <Checkbox
            label={t("isDefault")}
            checked={isDefault}
            onCheckedChange={(checked) => setDefault(checked === true)}
          />
          <span aria-hidden>{t("isDefault")}</span>
        </div>
        {meters.map((meter) => (
          <MeterFields key={meter} meter={meter} known={knownOf(plan, meter)} />
        ))}
      </form>
    </Dialog>
  );
}

function MeterFields({ meter, known }: { meter: Meter; known: MeterInput | null }) {
  const t = useTranslations("billing");
  const unit = unitOf(meter);
  const [first] = known?.tiers ?? [];
  const included = known && known.tiers.length > 1 ? first?.upTo : null;
  const price = known?.tiers.at(-1)?.unitMicro;
  const fields = [
    ["soft", known?.soft == null ? "" : known.soft / unit],
    ["hard", known?.hard == null ? "" : known.hard / unit],
    ["included", included == null ? "" : included / unit],
    ["price", price === undefined ? "" : price / MICRO],
  ] as const;
  return (
    <fieldset className="grid grid-cols-2 gap-3 border-n5 border-t pt-3 sm:grid-cols-4">
      <legend className="font-medium text-sm">{t(`meter_${meter}`)}</legend>
      {fields.map(([name, value]) => (
        <Field key={name} label={t(name)}>
          {(control) => (
            <Input
              {...control}
              name={`${meter}.${name}`}
              type="number"
              min={0}
              step="any"
              defaultValue={value}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

function knownOf(plan: Plan | null, meter: Meter): MeterInput | null {
  return plan?.meters.find((each) => each.meter === meter) ?? null;
}

/** A plan with more tiers than the form has keeps them while its price of more is not changed. */
function meterOf(form: FormData, meter: Meter, plan: Plan | null): MeterInput | null {
  const read = (name: string): number | null => {
    const text = String(form.get(`${meter}.${name}`) ?? "");
    return text === "" ? null : Number(text);
  };
  const [soft, hard, included, price] = [
    read("soft"),
    read("hard"),
    read("included"),
    read("price"),
  ];
  if (soft === null && hard === null && price === null) return null;
  const unit = unitOf(meter);
  const inUnits = (given: number | null) => (given === null ? null : Math.round(given * unit));
  const known = knownOf(plan, meter);
  const unitMicro = price === null ? null : Math.round(price * MICRO);
  const isKept =
    known !== null && known.tiers.length > 2 && known.tiers.at(-1)?.unitMicro === unitMicro;
  return {
    meter,
    soft: inUnits(soft),
    hard: inUnits(hard),
    per: isKept ? known.per : perOf(meter),
    tiers: isKept
      ? known.tiers
      : unitMicro === null
        ? []
        : [
            ...(included ? [{ upTo: inUnits(included), unitMicro: 0 }] : []),
            { upTo: null, unitMicro },
          ],
  };
}
