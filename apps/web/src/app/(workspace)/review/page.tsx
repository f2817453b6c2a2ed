import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { Review } from "~/review/review";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

export default async function ReviewPage() {
  await getQueryClient().prefetchQuery(trpc.documents.toReview.queryOptions({}));

  return (
    <Hydrate>
      <Review />
    </Hydrate>
  );
}
