import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { ForgotPasswordForm } from "@besunny/web-kit/entry/forgot-password-form";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { entryRules } from "~/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forgotPassword"))("title") };
}

export default async function ForgotPasswordPage() {
  const { sendsMail } = await entryRules();
  const t = await getTranslations("forgotPassword");

  if (sendsMail) return <ForgotPasswordForm />;
  return (
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1 text-n11">{t("noMail")}</p>
      <p className="mt-3 overflow-x-auto rounded-md bg-n3 px-3 py-2">
        <code className="whitespace-nowrap text-sm">pnpm besunny reset-password EMAIL</code>
      </p>
      <p className="mt-6">
        <EntryLink href="/sign-in">{t("back")}</EntryLink>
      </p>
    </>
  );
}
