import { useTranslations } from "next-intl";

import { EntryHeading } from "./entry-heading";
import { EntryLink } from "./entry-link";
import { ForgotPasswordForm } from "./forgot-password-form";

/** The page for people who forgot their password; without mail it names the command that makes a link. */
export function ForgotPassword({ sendsMail }: { sendsMail: boolean }) {
  const t = useTranslations("forgotPassword");

  if (sendsMail) return <ForgotPasswordForm />;
  return (
    <>
      <EntryHeading title={t("title")} lead={t("noMail")} />
      <p className="mt-3 overflow-x-auto rounded-md bg-n3 px-3 py-2">
        <code className="whitespace-nowrap text-sm">pnpm besunny reset-password EMAIL</code>
      </p>
      <p className="mt-6">
        <EntryLink href="/sign-in">{t("back")}</EntryLink>
      </p>
    </>
  );
}
