import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Releases } from "./releases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("releases"))("title") };
}

export default async function ReleasesPage() {
  const { role } = await requireSession();
  // A call would be refused, and leave a row for a page that somebody opened by its address.
  const isAllowed = role !== null && can(role, "release.read");
  if (isAllowed)
    await Promise.all([
      getQueryClient().prefetchQuery(trpc.releases.list.queryOptions({})),
      getQueryClient().prefetchQuery(trpc.evaluations.list.queryOptions({})),
      getQueryClient().prefetchQuery(trpc.experiments.list.queryOptions({})),
    ]);

  return (
    <Hydrate>
      <Releases isAllowed={isAllowed} />
    </Hydrate>
  );
}
