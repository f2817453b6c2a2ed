"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { MICRO } from "./money";
import { useCostChange } from "./use-cost-change";

type Called = Outputs["admin"]["costs"]["prices"]["called"];
const amounts = ["input", "cachedInput", "cacheWrite", "output", "audioMinute"] as const;
const needed: readonly string[] = ["input", "output"];

/** Adds a price from a day on. What is left open is unknown. */
export function AddPrice({ called, onClose }: { called: Called; onClose: () => void }) {
  const t = useTranslations("costs");
  const trpc = useTRPC();
  const changed = useCostChange();
  const add = useMutation(
    trpc.admin.costs.addPrice.mutationOptions(changed(t("priceAdded"), onClose)),
  );
  const today = new Date().toISOString().slice(0, 10);
  const [first] = called;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const micro = (name: string) =>
      text(name) === "" ? null : Math.round(Number(text(name)) * MICRO);
    add.mutate({
      server: text("server"),
      model: text("model"),
      from: text("from"),
      inputMicro: micro("input") ?? 0,
      cachedInputMicro: micro("cachedInput"),
      cacheWriteMicro: micro("cacheWrite"),
      outputMicro: micro("output") ?? 0,
      audioMinuteMicro: micro("audioMinute"),
      batchFactor: text("batch") === "" ? null : Number(text("batch")),
      source: text("source"),
    });
  }

  return (
    <Sheet
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("addPrice")}
      closeLabel={t("close")}
    >
      <form onSubmit={save} className="flex flex-col gap-4 px-4 py-3">
        <Field label={t("server")}>
          {(control) => (
            <Input
              {...control}
              name="server"
              type="url"
              required
              defaultValue={first?.server ?? "https://api.openai.com/v1"}
            />
          )}
        </Field>
        <Field label={t("by_model")} hint={t("modelHint")}>
          {(control) => (
            <Input {...control} name="model" required list="called-models" autoComplete="off" />
          )}
        </Field>
        <datalist id="called-models">
          {called.map(({ server, model }) => (
            <option key={`${server} ${model}`} value={model} />
          ))}
        </datalist>
        <Field label={t("from")}>
          {(control) => (
            <Input {...control} name="from" type="date" required min={today} defaultValue={today} />
          )}
        </Field>
        {amounts.map((name) => (
          <Field key={name} label={t(`${name}Dollars`)}>
            {(control) => (
              <Input
                {...control}
                name={name}
                type="number"
                min={0}
                step="any"
                required={needed.includes(name)}
              />
            )}
          </Field>
        ))}
        <Field label={t("batchFactor")}>
          {(control) => <Input {...control} name="batch" type="number" min={0.01} step="any" />}
        </Field>
        <Field label={t("source")} hint={t("sourceHint")}>
          {(control) => <Input {...control} name="source" required maxLength={500} />}
        </Field>
        <Button type="submit" variant="primary" className="self-start" loading={add.isPending}>
          {t("save")}
        </Button>
      </form>
    </Sheet>
  );
}
