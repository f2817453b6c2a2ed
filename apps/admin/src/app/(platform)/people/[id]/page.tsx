import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { PersonPage } from "~/people/person-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function OnePersonPage({ params }: { params: Promise<{ id: string }> }) {
  return <PersonPage id={(await params).id} />;
}
