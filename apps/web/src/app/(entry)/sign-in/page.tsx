import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { SignInForm } from "@besunny/web-kit/entry/sign-in-form";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { entryRules, requireNoSession } from "~/session";

type Props = { searchParams: Promise<{ next?: string; ended?: string; reset?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, ended, reset } = await searchParams;
  await requireNoSession(next);
  const { signUp } = await entryRules();
  const t = await getTranslations("signIn");

  return (
    <SignInForm
      next={next}
      lead={
        (ended || reset) && (
          <span role="status" className="mt-2 block">
            {ended && t("ended")}
            {reset && t("reset")}
          </span>
        )
      }
      links={
        signUp !== "closed" && (
          <p className="text-n11">
            {t("newHere")} <EntryLink href="/sign-up">{t("signUp")}</EntryLink>
          </p>
        )
      }
    />
  );
}
