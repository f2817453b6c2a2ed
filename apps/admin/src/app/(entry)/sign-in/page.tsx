import { SignInForm } from "@besunny/web-kit/entry/sign-in-form";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

type Props = { searchParams: Promise<{ next?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const t = await getTranslations("signIn");
  return <SignInForm next={next} lead={t("lead")} />;
}
