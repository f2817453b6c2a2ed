import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { entryRules, requireNoSession } from "~/session";
import { SignUpForm } from "./sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp"))("title") };
}

export default async function SignUpPage() {
  await requireNoSession();
  const { signUp } = await entryRules();
  const t = await getTranslations("signUp");

  if (signUp === "closed")
    return (
      <>
        <h1 className="font-semibold text-xl">{t("closed")}</h1>
        <p className="mt-1 text-n11">{t("closedLead")}</p>
        <p className="mt-6 text-n11">
          {t("haveOne")} <EntryLink href="/sign-in">{t("signIn")}</EntryLink>
        </p>
      </>
    );

  return <SignUpForm domains={signUp === "open" ? [] : [...signUp]} />;
}
