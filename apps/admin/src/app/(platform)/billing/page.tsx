import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { BillingPage } from "~/billing/billing-page";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("billing"))("title") };
}

export default function Page() {
  void getQueryClient().prefetchQuery(trpc.admin.billing.plans.queryOptions({}));
  void getQueryClient().prefetchQuery(trpc.admin.billing.requests.queryOptions({}));

  return (
    <Hydrate>
      <BillingPage />
    </Hydrate>
  );
}
