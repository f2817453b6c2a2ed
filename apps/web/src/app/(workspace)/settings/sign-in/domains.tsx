"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

type Connection = Outputs["signIn"]["get"]["connections"][number];

/** The domains of an organisation, with the TXT record that proves each. */
export function Domains({
  connection: { id, domains },
  refresh,
}: {
  connection: Connection;
  refresh: () => void;
}) {
  const t = useTranslations("signingIn");
  const trpc = useTRPC();
  const then = { onSuccess: refresh };
  const add = useMutation(trpc.signIn.addDomain.mutationOptions(then));
  const remove = useMutation(trpc.signIn.removeDomain.mutationOptions(then));
  const check = useMutation(trpc.signIn.checkDomain.mutationOptions(then));
  const error = add.error ?? remove.error ?? check.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const domain = String(new FormData(form).get("domain") ?? "");
    add.mutate({ id, domain }, { onSuccess: () => form.reset() });
  }

  return (
    <section aria-label={t("domains")} className="flex flex-col gap-2">
      <h3 className="font-medium">{t("domains")}</h3>
      <p className="text-n11 text-sm">{t("domainsHint")}</p>
      <ul className="flex flex-col">
        {domains.map(({ domain, proof, provenAt }) => (
          <li key={domain} className="flex flex-wrap items-center gap-2 border-n5 border-b py-2">
            <span className="min-w-0 flex-1 basis-64">
              <span className="font-medium">{domain}</span>{" "}
              {provenAt && <Badge tone="accent">{t("proven_domain")}</Badge>}
              {!provenAt && (
                <span className="block break-all font-mono text-n11 text-xs">
                  _besunny.{domain} TXT {proof}
                </span>
              )}
            </span>
            {!provenAt && (
              <Button
                size="sm"
                loading={check.isPending}
                onClick={() => check.mutate({ id, domain })}
              >
                {t("check")}
              </Button>
            )}
            <Button size="sm" onClick={() => remove.mutate({ id, domain })}>
              {t("remove")}
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex max-w-sm gap-2">
        <Input name="domain" aria-label={t("domain")} placeholder="example.com" required />
        <Button type="submit" loading={add.isPending}>
          {t("addDomain")}
        </Button>
      </form>
      {error && <FormProblem problem={problemOf(error)} />}
    </section>
  );
}
