import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { SearchScreen } from "./search-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("search"))("title") };
}

export default function SearchPage() {
  return <SearchScreen />;
}
