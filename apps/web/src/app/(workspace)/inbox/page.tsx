import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Inbox } from "./inbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inbox"))("title") };
}

export default async function InboxPage() {
  const cache = getQueryClient();
  await Promise.all([
    cache.prefetchQuery(trpc.notices.list.queryOptions({})),
    cache.prefetchQuery(trpc.sharing.withMe.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <Inbox />
    </Hydrate>
  );
}
