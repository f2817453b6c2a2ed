import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Sources } from "./sources";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SourcesPage() {
  const { role } = await requireSession();
  await getQueryClient().prefetchQuery(trpc.sources.list.queryOptions({}));

  return (
    <Hydrate>
      <Sources mayConnect={role !== null && can(role, "source.manage")} />
    </Hydrate>
  );
}
