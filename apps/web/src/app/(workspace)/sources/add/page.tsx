import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { AddSource } from "./add-source";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("addSource"))("title") };
}

export default async function AddSourcePage() {
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.connections.providers.queryOptions({})),
    client.prefetchQuery(trpc.connections.list.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <AddSource />
    </Hydrate>
  );
}
