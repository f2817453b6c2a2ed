import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { SecuritySettings } from "./security-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

export default async function SecurityPage() {
  void getQueryClient().prefetchQuery(trpc.security.get.queryOptions());

  return (
    <Hydrate>
      <SecuritySettings />
    </Hydrate>
  );
}
