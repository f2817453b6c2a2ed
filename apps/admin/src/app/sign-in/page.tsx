import { SunMark } from "@besunny/web-kit/page/sun-mark";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { SignInForm } from "./sign-in-form";

type Props = { searchParams: Promise<{ next?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const t = await getTranslations("signIn");

  return (
    <main className="flex min-h-dvh flex-col justify-center px-6 py-12">
      <div className="mx-auto w-full max-w-88">
        <p className="mb-8 flex items-center gap-2 font-semibold text-lg">
          <SunMark className="size-6" />
          BeSunny admin
        </p>
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="mt-1 text-n11">{t("lead")}</p>
        <SignInForm next={next} />
      </div>
    </main>
  );
}
