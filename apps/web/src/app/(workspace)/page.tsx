import { Home } from "~/home/home";
import { attentionInput, recentInput } from "~/home/inputs";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default function HomePage() {
  const queryClient = getQueryClient();
  void queryClient.prefetchQuery(trpc.documents.list.queryOptions(recentInput));
  void queryClient.prefetchQuery(trpc.documents.list.queryOptions(attentionInput));
  void queryClient.prefetchQuery(trpc.documents.facets.queryOptions({}));

  return (
    <Hydrate>
      <Home />
    </Hydrate>
  );
}
