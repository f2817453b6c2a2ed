"use client";

import { Button } from "@besunny/ui/buttons/button";
import { askForProof } from "@besunny/web-kit/security/ask-for-proof";
import { SecurityPanel } from "@besunny/web-kit/security/panel";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** The organisations that can sign the person in: links, unlinks, and goes on with one. */
export function OwnOrganisations() {
  const t = useTranslations("signingIn");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const found = useQuery(trpc.security.organisations.queryOptions());
  const unlink = useMutation(
    trpc.security.unlinkOrganisation.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.security.organisations.queryFilter()),
    }),
  );
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;

  async function link(id: string) {
    if (!(await askForProof())) return;
    window.location.assign(`/api/auth/sso/begin?id=${id}&mode=link&next=/settings/security`);
  }

  return (
    <SecurityPanel title={t("ownOrganisations")} hint={t("ownOrganisationsHint")}>
      <ul className="w-full">
        {items.map(({ id, name, workspace, identity }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 border-n5 border-b py-2">
            <span className="min-w-0 flex-1 basis-48">
              <span className="font-medium">{name}</span>
              <span className="block text-n11 text-xs">
                {workspace.name}
                {identity?.email && ` · ${identity.email}`}
              </span>
            </span>
            {identity ? (
              <>
                <Button asChild size="sm">
                  <a href={`/api/auth/sso/begin?id=${id}&mode=sign-in&next=/`}>{t("goOnWith")}</a>
                </Button>
                <Button
                  size="sm"
                  loading={unlink.isPending}
                  onClick={() => unlink.mutate({ id: identity.id })}
                >
                  {t("unlink")}
                </Button>
              </>
            ) : (
              <Button size="sm" onClick={() => void link(id)}>
                {t("link")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unlink.error && <FormProblem problem={problemOf(unlink.error)} />}
    </SecurityPanel>
  );
}
