import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ProveAddress } from "./prove-address";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signingIn"))("prove") };
}

export default async function ProveAddressPage({ params }: Props) {
  const { token } = await params;
  return <ProveAddress token={token} />;
}
