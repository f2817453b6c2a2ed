import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireNoSession } from "~/session";

import { SignUpForm } from "./sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp"))("title") };
}

export default async function SignUpPage() {
  await requireNoSession();
  const t = await getTranslations("signUp");

  return (
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1 text-n11">{t("lead")}</p>
      <SignUpForm />
    </>
  );
}
