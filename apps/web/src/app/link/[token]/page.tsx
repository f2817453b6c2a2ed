import { AppProviders } from "@besunny/web-kit/page/app-providers";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

import { handlers } from "~/runtime";

import { LinkedDocument } from "./linked-document";
import { NoLink } from "./no-link";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("link"))("title"), robots: { index: false } };
}

/** A document for anyone who has its link; nothing else of the workspace is shown. */
export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  const opened = await handlers.linked(await headers(), token);
  if (!opened) return <NoLink />;
  return (
    <AppProviders>
      <LinkedDocument token={token} opened={opened} />
    </AppProviders>
  );
}
