import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ThreadScreen } from "./thread-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ask"))("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function ThreadPage({ params }: Props) {
  const { id } = await params;
  return <ThreadScreen key={id} id={id} />;
}
