"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
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

type Connection = Outputs["signIn"]["get"]["connections"][number];
const roles = ["viewer", "member", "admin"] as const;

type Props = {
  kind: "oidc" | "saml";
  connection: Connection | null;
  onDone: () => void;
  onCancel: () => void;
};

/** The settings of an organisation's sign-in. A secret that is left empty stays. */
export function ConnectionForm({ kind, connection, onDone, onCancel }: Props) {
  const t = useTranslations("signingIn");
  const trpc = useTRPC();
  const put = useMutation(
    trpc.signIn.putConnection.mutationOptions({
      onSuccess() {
        toast.done(t("connectionSaved"));
        onDone();
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const common = {
      name: text("name"),
      issuer: text("issuer"),
      emailClaim: text("emailClaim") || null,
      nameClaim: connection?.nameClaim ?? null,
      groupClaim: text("groupClaim") || null,
      defaultRole: roles.find((role) => role === text("defaultRole")) ?? "member",
      roleMap: rulesIn(text("roleMap")),
      groupMap: connection?.groupMap ?? [],
      makesAccounts: form.has("makesAccounts"),
    };
    const secret = text("clientSecret");
    const settings =
      kind === "oidc"
        ? {
            kind: "oidc" as const,
            ...common,
            clientId: text("clientId"),
            ...(secret && { clientSecret: secret }),
          }
        : {
            kind: "saml" as const,
            ...common,
            signInUrl: text("signInUrl"),
            certificates: certificatesIn(text("certificates")),
          };
    put.mutate({ id: connection?.id ?? null, settings });
  }

  const line = (name: string, label: string, value: string | null, isNeeded = false) => (
    <Field label={label}>
      {(control) => (
        <Input {...control} name={name} defaultValue={value ?? ""} required={isNeeded} />
      )}
    </Field>
  );

  return (
    <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
      {line("name", t("connectionName"), connection?.name ?? null, true)}
      {line("issuer", t("issuer"), connection?.issuer ?? null, true)}
      {kind === "oidc" && line("clientId", t("clientId"), connection?.clientId ?? null, true)}
      {kind === "oidc" && (
        <Field label={t("clientSecret")} hint={connection?.hasSecret ? t("secretKept") : null}>
          {(control) => (
            <Input {...control} name="clientSecret" type="password" autoComplete="off" />
          )}
        </Field>
      )}
      {kind === "saml" && line("signInUrl", t("signInUrl"), connection?.signInUrl ?? null, true)}
      {kind === "saml" && (
        <Field label={t("certificates")} hint={t("certificatesHint")}>
          {(control) => (
            <textarea
              {...control}
              name="certificates"
              rows={6}
              required
              defaultValue={connection?.certificates.map(({ pem }) => pem).join("\n") ?? ""}
              className="w-full rounded-md border border-n7 bg-raised p-2 font-mono text-xs"
            />
          )}
        </Field>
      )}
      {line("emailClaim", t("emailClaim"), connection?.emailClaim ?? null)}
      {line("groupClaim", t("groupClaim"), connection?.groupClaim ?? null)}
      <Field label={t("defaultRole")}>
        {(control) => (
          <select
            {...control}
            name="defaultRole"
            defaultValue={connection?.defaultRole ?? "member"}
            className="h-8 rounded-md border border-n7 bg-raised px-2"
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role_${role}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("roleMap")} hint={t("roleMapHint")}>
        {(control) => (
          <Input
            {...control}
            name="roleMap"
            placeholder="admins=admin, staff=member"
            defaultValue={connection?.roleMap
              .map(({ group, role }) => `${group}=${role}`)
              .join(", ")}
          />
        )}
      </Field>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          name="makesAccounts"
          defaultChecked={connection?.makesAccounts ?? false}
          className="mt-0.5 size-4 accent-accent"
        />
        <span>
          {t("makesAccounts")}
          <span className="block text-n11 text-xs">{t("makesAccountsHint")}</span>
        </span>
      </label>
      {put.error && <FormProblem problem={problemOf(put.error)} />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" loading={put.isPending}>
          {t("saveConnection")}
        </Button>
        <Button onClick={onCancel}>{t("cancel")}</Button>
      </div>
    </form>
  );
}

/** Reads `admins=admin, staff=member`. */
function rulesIn(text: string) {
  return text
    .split(",")
    .map((rule) => rule.split("="))
    .flatMap(([group = "", role = ""]) => {
      const known = roles.find((each) => each === role.trim());
      return group.trim() && known ? [{ group: group.trim(), role: known }] : [];
    });
}

/** Each certificate of the text, or the text itself where it has no head. */
function certificatesIn(text: string): string[] {
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g);
  return found ?? (text ? [text] : []);
}
