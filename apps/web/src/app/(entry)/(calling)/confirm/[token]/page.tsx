import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ConfirmForm } from "./confirm-form";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("confirm"))("title") };
}

export default async function ConfirmPage({ params }: Props) {
  const { token } = await params;
  return <ConfirmForm token={token} />;
}
