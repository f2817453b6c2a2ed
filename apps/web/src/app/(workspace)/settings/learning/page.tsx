import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Learning } from "./learning";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("learning"))("title") };
}

export default async function LearningPage() {
  await requireSession();
  await getQueryClient().prefetchQuery(trpc.learning.contradictions.queryOptions({}));
  return (
    <Hydrate>
      <Learning />
    </Hydrate>
  );
}
