import { SecurityPanels } from "@besunny/web-kit/security/security-panels";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { PageHeader } from "~/shell/page-header";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

export default async function SecurityPage() {
  const t = await getTranslations("security");
  await getQueryClient().prefetchQuery(trpc.security.get.queryOptions());

  return (
    <>
      <PageHeader title={t("title")} />
      <Hydrate>
        <SecurityPanels />
      </Hydrate>
    </>
  );
}
