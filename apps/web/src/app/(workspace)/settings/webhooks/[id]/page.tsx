import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";

import { WebhooksPage } from "../webhooks";
import { WebhookPage } from "./webhook";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("title") };
}

export default async function Page({ params }: Props) {
  const { role } = await requireSession();
  if (role === null || !can(role, "webhook.manage")) return <WebhooksPage isAllowed={false} />;
  return <WebhookPage id={(await params).id} />;
}
