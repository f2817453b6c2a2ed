import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireNoSession } from "~/session";

import { SignInForm } from "./sign-in-form";

type Props = { searchParams: Promise<{ next?: string; ended?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  await requireNoSession();
  const { next, ended } = await searchParams;
  const t = await getTranslations("signIn");

  return (
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      {ended && (
        <p role="status" className="mt-2 text-n11">
          {t("ended")}
        </p>
      )}
      <SignInForm next={next} />
    </>
  );
}
