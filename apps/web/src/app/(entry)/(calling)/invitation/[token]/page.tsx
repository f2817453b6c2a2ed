import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { currentSession } from "~/session";

import { AcceptInvitation } from "./accept-invitation";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title") };
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const session = await currentSession();
  return <AcceptInvitation token={token} signedInAs={session?.user.email ?? null} />;
}
