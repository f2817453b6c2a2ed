import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { SlackPage } from "./slack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("slack"))("title") };
}

export default async function Page() {
  await getQueryClient().prefetchQuery(trpc.slack.get.queryOptions({}));
  return (
    <Hydrate>
      <SlackPage />
    </Hydrate>
  );
}
