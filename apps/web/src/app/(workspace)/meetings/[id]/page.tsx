import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { MeetingScreen } from "~/meetings/meeting-screen";
import { firstTurnsInput } from "~/meetings/transcript/turn-pages";
import { tabTitleOf } from "~/shell/tab-title";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const meeting = await getQueryClient()
    .fetchQuery(trpc.meetings.get.queryOptions({ id, withTurns: false }))
    .catch(() => null);
  return { title: tabTitleOf(meeting?.title, (await getTranslations("meetings"))("title")) };
}

export default async function MeetingPage({ params }: Props) {
  const { id } = await params;
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.meetings.get.queryOptions({ id, withTurns: false })),
    client.prefetchQuery(trpc.meetings.transcript.queryOptions(firstTurnsInput(id))),
  ]);

  return (
    <Hydrate>
      <MeetingScreen id={id} />
    </Hydrate>
  );
}
