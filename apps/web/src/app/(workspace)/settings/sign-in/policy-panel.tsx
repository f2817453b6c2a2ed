"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { policyMethods as methods } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { Panel } from "../panel";

type Found = Outputs["signIn"]["get"];

/** Sets what a session must prove to open the workspace. */
export function PolicyPanel({ found, refresh }: { found: Found; refresh: () => void }) {
  const t = useTranslations("signingIn");
  const trpc = useTRPC();
  const { policy, owners, withoutFactor } = found;
  const put = useMutation(
    trpc.signIn.putPolicy.mutationOptions({
      onSuccess() {
        toast.done(t("policySaved"));
        refresh();
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const hours = Number(given.get("sessionHours"));
    const chosen = methods.filter((method) => given.has(`method-${method}`));
    put.mutate({
      needsSecondFactor: given.has("needsSecondFactor"),
      methods: chosen.length === methods.length ? [] : chosen,
      sessionHours: hours > 0 ? hours : null,
      networks: String(given.get("networks") ?? "")
        .split(/[\s,]+/)
        .filter(Boolean),
      breakGlassIds: owners
        .filter(({ userId }) => given.has(`owner-${userId}`))
        .map(({ userId }) => userId),
    });
  }

  return (
    <Panel title={t("policy")} hint={t("policyHint")}>
      <form onSubmit={submit} className="flex max-w-lg flex-col items-start gap-5">
        <Tick
          name="needsSecondFactor"
          isOn={policy.needsSecondFactor}
          label={t("needsSecondFactor")}
          hint={t("withoutFactor", { count: withoutFactor })}
        />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium text-sm">{t("methods")}</legend>
          {methods.map((method) => (
            <Tick
              key={method}
              name={`method-${method}`}
              isOn={policy.methods.length === 0 || policy.methods.includes(method)}
              label={t(`method_${method}`)}
            />
          ))}
        </fieldset>
        <Field label={t("sessionHours")} hint={t("sessionHoursHint")}>
          {(control) => (
            <Input
              {...control}
              name="sessionHours"
              type="number"
              min={1}
              max={720}
              defaultValue={policy.sessionHours ?? ""}
            />
          )}
        </Field>
        <Field label={t("networks")} hint={t("networksHint")}>
          {(control) => (
            <Input
              {...control}
              name="networks"
              placeholder="192.0.2.0/24"
              defaultValue={policy.networks.join(" ")}
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium text-sm">{t("breakGlass")}</legend>
          <p className="text-n11 text-xs">{t("breakGlassHint")}</p>
          {owners.map(({ userId, name, hasPasskey }) => (
            <Tick
              key={userId}
              name={`owner-${userId}`}
              isOn={policy.breakGlassIds.includes(userId)}
              label={name}
              {...(!hasPasskey && { hint: t("noPasskey") })}
            />
          ))}
        </fieldset>
        {put.error && <FormProblem problem={problemOf(put.error)} />}
        <Button type="submit" loading={put.isPending}>
          {t("savePolicy")}
        </Button>
      </form>
    </Panel>
  );
}

/** A box to tick in a form, with its words beside it. */
function Tick({
  name,
  label,
  hint,
  isOn,
}: {
  name: string;
  label: string;
  hint?: string;
  isOn: boolean;
}) {
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        name={name}
        defaultChecked={isOn}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span>
        {label}
        {hint && <span className="block text-n11 text-xs">{hint}</span>}
      </span>
    </label>
  );
}
