import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { asMeetingsInput, loadMeetingFilters } from "~/meetings/list/filters";
import { Meetings } from "~/meetings/list/meetings";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MeetingsPage({ searchParams }: Props) {
  const input = asMeetingsInput(await loadMeetingFilters(searchParams));
  await getQueryClient().prefetchInfiniteQuery(
    trpc.meetings.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );

  return (
    <Hydrate>
      <Meetings />
    </Hydrate>
  );
}
