import { can } from "@besunny/api/browser/policy";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { requireSession } from "~/session";
import { getQueryClient, Hydrate, trpc } from "~/trpc/server";

import { Encryption } from "./encryption";
import { NotForYou } from "./not-for-you";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("encryption"))("title") };
}

export default async function EncryptionPage() {
  const { role } = await requireSession();
  if (role === null || !can(role, "encryption.read")) return <NotForYou />;
  await getQueryClient().prefetchQuery(trpc.encryption.get.queryOptions({}));

  return (
    <Hydrate>
      <Encryption />
    </Hydrate>
  );
}
