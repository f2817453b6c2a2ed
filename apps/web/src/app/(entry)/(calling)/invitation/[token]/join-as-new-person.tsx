"use client";

import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { EntryForm } from "@besunny/web-kit/entry/entry-form";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { NewPasswordField } from "../../new-password-field";
import { signInAndOpen } from "../../sign-in-and-open";

/** A new person chooses a name and a password; a link leads people with an account to sign in and back. */
export function JoinAsNewPerson({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const trpc = useTRPC();
  const accept = useMutation(
    trpc.identity.acceptInvitation.mutationOptions({
      onSuccess: ({ email }, { password }) => signInAndOpen(email, password),
    }),
  );

  return (
    <EntryForm
      problem={accept.error && problemOf(accept.error)}
      submitLabel={t("submit")}
      isBusy={accept.isPending || accept.isSuccess}
      onSubmit={(read) =>
        accept.mutate({ token, name: read("name").trim(), password: read("password") })
      }
      links={
        <p className="text-n11">
          {t("haveAccount")}{" "}
          <EntryLink href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
            {t("signIn")}
          </EntryLink>
        </p>
      }
    >
      <Field label={t("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" required />}
      </Field>
      <NewPasswordField name="password" label={t("password")} hint={t("passwordHint")} />
    </EntryForm>
  );
}
