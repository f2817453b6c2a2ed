import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { getQueryClient, Hydrate, trpc } from "~/trpc/server";
import { Viewer } from "~/viewer/viewer";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const asked = trpc.documents.get.queryOptions({ id });
  const document = await getQueryClient()
    .fetchQuery(asked)
    .catch(() => null);
  return { title: document?.title ?? (await getTranslations("viewer"))("document") };
}

export default async function DocumentPage({ params }: Props) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.documents.get.queryOptions({ id }));

  return (
    <Hydrate>
      <Viewer key={id} id={id} />
    </Hydrate>
  );
}
