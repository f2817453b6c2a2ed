import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Forecasts } from "~/forecasts/forecasts";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forecasts"))("title") };
}

export default function ForecastsPage() {
  void getQueryClient().prefetchQuery(trpc.admin.metrics.list.queryOptions({}));

  return (
    <Hydrate>
      <Forecasts />
    </Hydrate>
  );
}
