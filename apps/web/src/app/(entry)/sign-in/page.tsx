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
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      {ended && (
        <p role="status" className="mt-2 text-n11">
          {t("ended")}
        </p>
      )}
      {reset && (
        <p role="status" className="mt-2 text-n11">
          {t("reset")}
        </p>
      )}
      <SignInForm next={next} canSignUp={signUp !== "closed"} />
    </>
  );
}
