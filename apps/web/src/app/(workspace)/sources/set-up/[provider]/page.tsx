import { providers } from "@besunny/api/browser/vocabulary";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { SetUp } from "./set-up";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

export default async function SetUpPage({ params }: { params: Promise<{ provider: string }> }) {
  const { provider: given } = await params;
  const provider = providers.find((each) => each === given) ?? notFound();
  await getQueryClient().prefetchQuery(trpc.connections.providers.queryOptions({}));

  return (
    <Hydrate>
      <SetUp provider={provider} />
    </Hydrate>
  );
}
