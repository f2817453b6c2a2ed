import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";

import { PrivacyPage } from "../privacy";
import { RequestPage } from "./request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("request") };
}

export default async function Page({ params }: Props) {
  const { role } = await requireSession();
  if (role === null || !can(role, "privacy.manage")) return <PrivacyPage isAllowed={false} />;
  return <RequestPage id={(await params).id} />;
}
