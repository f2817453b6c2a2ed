import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { tabTitleOf } from "~/shell/tab-title";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { ThreadScreen } from "./thread-screen";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const thread = await getQueryClient()
    .fetchQuery(trpc.conversations.get.queryOptions({ id }))
    .catch(() => null);
  return { title: tabTitleOf(thread?.title, (await getTranslations("ask"))("title")) };
}

export default async function ThreadPage({ params }: Props) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.conversations.get.queryOptions({ id }));

  return (
    <Hydrate>
      <ThreadScreen key={id} id={id} />
    </Hydrate>
  );
}
