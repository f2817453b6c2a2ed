import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { SourceScreen } from "./source-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("source") };
}

export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.sources.get.queryOptions({ id })),
    client.prefetchQuery(trpc.sources.looks.queryOptions({ id })),
  ]);

  return (
    <Hydrate>
      <SourceScreen id={id} />
    </Hydrate>
  );
}
