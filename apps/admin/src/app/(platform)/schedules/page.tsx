import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Schedules } from "~/schedules/schedules";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedules"))("title") };
}

export default function SchedulesPage() {
  void getQueryClient().prefetchQuery(trpc.schedules.list.queryOptions({}));

  return (
    <Hydrate>
      <Schedules />
    </Hydrate>
  );
}
