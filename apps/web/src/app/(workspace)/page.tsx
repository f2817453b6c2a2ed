import { Home } from "~/home/home";
import { failedInput, recentInput } from "~/home/inputs";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export default async function HomePage() {
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(trpc.documents.list.queryOptions(recentInput)),
    queryClient.prefetchQuery(trpc.documents.list.queryOptions(failedInput)),
    queryClient.prefetchQuery(trpc.documents.facets.queryOptions({})),
  ]);

  return (
    <Hydrate>
      <Home />
    </Hydrate>
  );
}
