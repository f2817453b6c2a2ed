"use client";

import { EntryForm } from "@besunny/web-kit/entry/entry-form";
import { EntryHeading } from "@besunny/web-kit/entry/entry-heading";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

/** Stops the mails of a workspace by the link of one of them. A button does it, so that no program that opens links does. */
export function StopMails({
  token,
  found,
}: {
  token: string;
  found: { email: string; workspaceName: string } | null;
}) {
  const t = useTranslations("notices");
  const trpc = useTRPC();
  const stop = useMutation(trpc.identity.stopMails.mutationOptions());
  const settings = <EntryLink href="/settings?tab=notices">{t("toSettings")}</EntryLink>;

  if (!found)
    return (
      <>
        <EntryHeading title={t("stopUnknown")} lead={t("stopUnknownText")} />
        {settings}
      </>
    );
  if (stop.isSuccess)
    return (
      <>
        <EntryHeading title={t("stopped")} lead={t("stoppedText")} />
        {settings}
      </>
    );
  return (
    <EntryForm
      title={t("stopTitle", { workspace: found.workspaceName })}
      lead={t("stopText", { email: found.email })}
      problem={stop.error && problemOf(stop.error)}
      submitLabel={t("stop")}
      isBusy={stop.isPending}
      onSubmit={() => stop.mutate({ token })}
    >
      {null}
    </EntryForm>
  );
}
