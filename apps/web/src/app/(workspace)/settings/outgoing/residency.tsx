"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { regions } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useState } from "react";

import { Panel } from "../panel";

type Region = NonNullable<Outputs["redaction"]["residency"]["region"]>;
const none = "none";

/** The region that the workspace keeps to, the servers of models, and what is allowed outside of it. */
export function Residency({ mayChange }: { mayChange: boolean }) {
  const t = useTranslations("residency");
  const trpc = useTRPC();
  const client = useQueryClient();
  const found = useQuery(trpc.redaction.residency.queryOptions());
  const done = {
    onSuccess: () => toast.done(t("saved")),
    onSettled: () => client.invalidateQueries({ queryKey: trpc.redaction.residency.queryKey() }),
  };
  const change = useMutation(trpc.redaction.changeRegion.mutationOptions(done));
  const put = useMutation(trpc.redaction.putProvider.mutationOptions(done));
  const problem = found.error ?? change.error ?? put.error;
  const words = (region: Region | null) => (region ? t(`region_${region}`) : t("unknown"));

  return (
    <Panel title={t("title")} hint={t("hint")}>
      {problem && <FormProblem problem={problemOf(problem)} />}
      {found.data && (
        <div className="flex flex-col gap-4">
          <Select
            label={t("keepTo")}
            value={found.data.region ?? none}
            disabled={!mayChange || change.isPending}
            options={[
              { value: none, label: t("anywhere") },
              ...regions.map((value) => ({ value, label: t(`region_${value}`) })),
            ]}
            onChange={(next) =>
              change.mutate({ region: regions.find((each) => each === next) ?? null })
            }
          />
          <ul className="flex flex-col gap-2 text-sm">
            {found.data.providers.map((provider) => (
              <Provider key={provider.host} provider={provider} words={words} />
            ))}
          </ul>
          {found.data.providers.length === 0 && (
            <p className="text-n11 text-sm">{t("noProviders")}</p>
          )}
          {mayChange && <PutProvider isBusy={put.isPending} onPut={(rule) => put.mutate(rule)} />}
        </div>
      )}
    </Panel>
  );
}

function Provider({
  provider,
  words,
}: {
  provider: Outputs["redaction"]["residency"]["providers"][number];
  words: (region: Region | null) => string;
}) {
  const t = useTranslations("residency");
  const format = useFormatter();
  const { host, region, isOwn, isAllowed, reason, mayBeUsed, calls } = provider;

  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className="break-all font-medium">{host}</span>
      <span>{isOwn ? t("own") : words(region)}</span>
      <Badge tone={mayBeUsed ? "good" : "attention"}>
        {isAllowed ? t("allowed") : t(mayBeUsed ? "used" : "refused")}
      </Badge>
      <span className="text-n11">{t("calls", { calls: format.number(calls) })}</span>
      {reason && <span className="w-full break-words text-n11 text-xs">{reason}</span>}
    </li>
  );
}

type Rule = { host: string; region: Region | null; isAllowed: boolean; reason: string };

function PutProvider({ isBusy, onPut }: { isBusy: boolean; onPut: (rule: Rule) => void }) {
  const t = useTranslations("residency");
  const [place, setPlace] = useState<string>("allowed");

  function put(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    onPut({
      host: String(given.get("host") ?? ""),
      reason: String(given.get("reason") ?? ""),
      region: regions.find((each) => each === place) ?? null,
      isAllowed: place === "allowed",
    });
    form.reset();
  }

  return (
    <form onSubmit={put} className="flex flex-wrap items-end gap-2">
      <Field label={t("host")}>
        {(control) => (
          <Input {...control} name="host" required maxLength={253} placeholder="models.example" />
        )}
      </Field>
      <Select
        label={t("place")}
        value={place}
        options={[
          { value: "allowed", label: t("allow") },
          { value: "refused", label: t("refuse") },
          ...regions.map((value) => ({ value, label: t(`region_${value}`) })),
        ]}
        onChange={setPlace}
      />
      <Field label={t("reason")}>
        {(control) => <Input {...control} name="reason" required minLength={3} maxLength={300} />}
      </Field>
      <Button type="submit" loading={isBusy}>
        {t("put")}
      </Button>
    </form>
  );
}
