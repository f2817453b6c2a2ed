import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { ProjectScreen } from "./project-screen";

type Props = { params: Promise<{ id: string }> };

export default async function ProjectPage({ params }: Props) {
  const { id } = await params;
  await getQueryClient().prefetchQuery(trpc.projects.get.queryOptions({ id }));

  return (
    <Hydrate>
      <ProjectScreen id={id} />
    </Hydrate>
  );
}
