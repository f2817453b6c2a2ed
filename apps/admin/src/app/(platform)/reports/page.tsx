import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Reports } from "~/reports/reports";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default function ReportsPage() {
  void getQueryClient().prefetchQuery(trpc.admin.reports.list.queryOptions({}));

  return (
    <Hydrate>
      <Reports />
    </Hydrate>
  );
}
