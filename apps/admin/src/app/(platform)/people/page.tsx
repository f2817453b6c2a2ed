import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { PeopleList } from "~/people/people-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default function PeoplePage() {
  return <PeopleList />;
}
