import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { ThreadScreen } from "./thread-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ask"))("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function ThreadPage({ params }: Props) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.conversations.get.queryOptions({ id }));

  return (
    <Hydrate>
      <ThreadScreen key={id} id={id} />
    </Hydrate>
  );
}
