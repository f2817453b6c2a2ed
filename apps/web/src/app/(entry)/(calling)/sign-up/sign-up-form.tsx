"use client";

import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { EmailField } from "@besunny/web-kit/entry/email-field";
import { EntryForm, type ReadField } from "@besunny/web-kit/entry/entry-form";
import { EntryHeading } from "@besunny/web-kit/entry/entry-heading";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { NewPasswordField } from "../new-password-field";
import { signInAndOpen } from "../sign-in-and-open";

/** Makes a workspace and its owner. `domains` are those whose addresses may sign up; none means all. */
export function SignUpForm({ domains }: { domains: readonly string[] }) {
  const t = useTranslations("signUp");
  const trpc = useTRPC();
  const signUp = useMutation(
    trpc.identity.signUp.mutationOptions({
      onSuccess: ({ isMailed }, { email, password }) =>
        isMailed ? undefined : signInAndOpen(email, password),
    }),
  );

  if (signUp.data?.isMailed)
    return (
      <div role="status" className="break-words">
        <EntryHeading
          title={t("mailed")}
          lead={t("mailedLead", { email: signUp.variables.email })}
        />
      </div>
    );

  return (
    <EntryForm
      title={t("title")}
      lead={t("lead")}
      problem={signUp.error && problemOf(signUp.error)}
      submitLabel={t("submit")}
      isBusy={signUp.isPending || signUp.isSuccess}
      onSubmit={(read) => signUp.mutate(accountOf(read))}
      links={
        <p className="text-n11">
          {t("haveOne")} <EntryLink href="/sign-in">{t("signIn")}</EntryLink>
        </p>
      }
    >
      <Field label={t("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" required autoFocus />}
      </Field>
      <Field label={t("workspace")} hint={t("workspaceHint")}>
        {(control) => (
          <Input {...control} name="workspaceName" autoComplete="organization" required />
        )}
      </Field>
      <EmailField
        label={t("email")}
        hint={domains.length > 0 && t("domains", { domains: domains.join(", ") })}
      />
      <NewPasswordField name="password" label={t("password")} hint={t("passwordHint")} />
    </EntryForm>
  );
}

function accountOf(read: ReadField) {
  return {
    name: read("name").trim(),
    email: read("email").trim(),
    password: read("password"),
    workspaceName: read("workspaceName").trim(),
  };
}
