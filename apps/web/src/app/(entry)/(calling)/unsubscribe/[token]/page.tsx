import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

import { handlers } from "~/runtime";

import { StopMails } from "./stop-mails";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("stop") };
}

export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params;
  const caller = await handlers.caller(await headers());
  const found = await caller.identity.mailSubscription({ token }).catch(() => null);
  return <StopMails token={token} found={found} />;
}
