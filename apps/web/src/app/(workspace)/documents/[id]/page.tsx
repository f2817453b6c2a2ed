import { getQueryClient, Hydrate, trpc } from "~/trpc/server";
import { Viewer } from "~/viewer/viewer";

type Props = { params: Promise<{ id: string }> };

export default async function DocumentPage({ params }: Props) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.documents.get.queryOptions({ id }));

  return (
    <Hydrate>
      <Viewer key={id} id={id} />
    </Hydrate>
  );
}
