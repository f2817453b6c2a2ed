"use client";

import { EntryForm } from "@besunny/web-kit/entry/entry-form";
import { EntryHeading } from "@besunny/web-kit/entry/entry-heading";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Proves an address by a mailed link. A button does it, so that no program that opens links does. */
export function ProveAddress({ token }: { token: string }) {
  const t = useTranslations("signingIn");
  const trpc = useTRPC();
  const prove = useMutation(trpc.security.proveAddress.mutationOptions());

  if (prove.isSuccess)
    return (
      <>
        <EntryHeading title={t("proven")} lead={t("provenLead", { email: prove.data.email })} />
        <EntryLink href="/">{t("goOn")}</EntryLink>
      </>
    );
  return (
    <EntryForm
      title={t("prove")}
      lead={t("proveLead")}
      problem={prove.error && problemOf(prove.error)}
      submitLabel={t("prove")}
      isBusy={prove.isPending}
      onSubmit={() => prove.mutate({ token })}
    >
      {null}
    </EntryForm>
  );
}
