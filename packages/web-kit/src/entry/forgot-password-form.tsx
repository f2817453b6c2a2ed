"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useTRPC } from "../trpc/client";
import { problemOf } from "../trpc/problem";
import { EmailField } from "./email-field";
import { EntryForm } from "./entry-form";
import { EntryHeading } from "./entry-heading";
import { EntryLink } from "./entry-link";

/** Asks for a link by mail. The answer is the same for an unknown address. */
export function ForgotPasswordForm() {
  const t = useTranslations("forgotPassword");
  const trpc = useTRPC();
  const request = useMutation(trpc.identity.requestPasswordReset.mutationOptions());
  const back = <EntryLink href="/sign-in">{t("back")}</EntryLink>;

  if (request.isSuccess)
    return (
      <div role="status" className="break-words">
        <EntryHeading title={t("sent")} lead={t("sentLead", { email: request.variables.email })} />
        <p className="mt-6">{back}</p>
      </div>
    );

  return (
    <EntryForm
      title={t("title")}
      lead={t("lead")}
      problem={request.error && problemOf(request.error)}
      submitLabel={t("submit")}
      isBusy={request.isPending}
      onSubmit={(read) => request.mutate({ email: read("email").trim() })}
      links={<p>{back}</p>}
    >
      <EmailField label={t("email")} autoFocus />
    </EntryForm>
  );
}
