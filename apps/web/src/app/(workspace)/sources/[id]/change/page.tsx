import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { ChangeScreen } from "./change-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("change") };
}

export default async function ChangeSourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.sources.get.queryOptions({ id }));

  return (
    <Hydrate>
      <ChangeScreen id={id} />
    </Hydrate>
  );
}
