import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

import { handlers } from "~/runtime";

import { Certificate } from "./certificate";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ending"))("certificate"), robots: { index: false } };
}

/** The certificate of an erased workspace, for anyone who has its link. */
export default async function CertificatePage({ params }: Props) {
  const { token } = await params;
  const caller = await handlers.caller(await headers());
  const signed = await caller.identity.certificate({ token }).catch(() => null);
  return <Certificate signed={signed} />;
}
