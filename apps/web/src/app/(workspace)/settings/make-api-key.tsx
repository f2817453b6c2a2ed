"use client";

import { type KeyScope, type Role, scopesOf } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { OneTimeSecret } from "~/shell/one-time-secret";

const DAY_MS = 86_400_000;
const daysOf = { days30: 30, days90: 90, days365: 365, never: null } as const;
type Lasting = keyof typeof daysOf;
const lastings: readonly Lasting[] = ["days30", "days90", "days365", "never"];
const usual: readonly KeyScope[] = ["read", "write"];

/** The form that makes a key: what for, what it may do, how long. The key is shown this once. */
export function MakeApiKey({ role, onMade }: { role: Role; onMade: () => void }) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const [scopes, setScopes] = useState(usual);
  const [lasting, setLasting] = useState<Lasting>("days90");
  const create = useMutation(trpc.members.createApiKey.mutationOptions({ onSuccess: onMade }));
  const mayBeNever = role === "owner" || role === "admin";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "");
    const days = daysOf[lasting];
    const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS);
    create.mutate(
      { name, scopes: [...scopes], expiresAt },
      {
        onSuccess() {
          form.reset();
          setScopes(usual);
          setLasting("days90");
        },
      },
    );
  }

  return (
    <>
      <form onSubmit={submit} className="flex flex-col items-start gap-4">
        <div className="w-full max-w-sm">
          <Field label={t("keyName")}>
            {(control) => <Input {...control} name="name" maxLength={80} required />}
          </Field>
        </div>
        <ScopeChoice role={role} chosen={scopes} onChange={setScopes} />
        <Field label={t("keyLasts")}>
          {({ id }) => (
            <Select
              id={id}
              label={t("keyLasts")}
              value={lasting}
              options={lastings
                .filter((value) => value !== "never" || mayBeNever)
                .map((value) => ({ value, label: t(`keyLasts_${value}`) }))}
              onChange={(next) => setLasting(lastings.find((known) => known === next) ?? "days90")}
            />
          )}
        </Field>
        {create.error && <FormProblem problem={problemOf(create.error)} />}
        <Button
          type="submit"
          variant="primary"
          loading={create.isPending}
          disabled={scopes.length === 0}
        >
          {t("makeKey")}
        </Button>
      </form>
      {create.data && (
        <div className="mt-4">
          <OneTimeSecret label={t("keyMade")} value={create.data.key} />
        </div>
      )}
    </>
  );
}

function ScopeChoice({
  role,
  chosen,
  onChange,
}: {
  role: Role;
  chosen: readonly KeyScope[];
  onChange: (scopes: readonly KeyScope[]) => void;
}) {
  const t = useTranslations("settings");
  const toggle = (scope: KeyScope) =>
    onChange(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);

  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t("keyMay")}</legend>
      <div className="flex flex-col gap-2">
        {scopesOf(role).map((scope) => (
          <div key={scope} className="flex items-start gap-2.5">
            <Checkbox
              label={t(`scope_${scope}`)}
              checked={chosen.includes(scope)}
              onCheckedChange={() => toggle(scope)}
              className="mt-0.5"
            />
            <span aria-hidden>
              {t(`scope_${scope}`)}
              <span className="block text-n11 text-sm">{t(`scopeHint_${scope}`)}</span>
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
