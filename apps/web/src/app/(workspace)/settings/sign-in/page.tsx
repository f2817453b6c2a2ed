import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { SignInSettings } from "./sign-in-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signingIn"))("title") };
}

export default async function SignInSettingsPage() {
  await getQueryClient().prefetchQuery(trpc.signIn.get.queryOptions());

  return (
    <Hydrate>
      <SignInSettings />
    </Hydrate>
  );
}
