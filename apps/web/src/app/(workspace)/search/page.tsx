import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";

import { tabTitleOf } from "~/shell/tab-title";

import { loadSearch } from "./filters";
import { SearchScreen } from "./search-screen";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await loadSearch(searchParams);
  return { title: tabTitleOf(q, (await getTranslations("search"))("title")) };
}

export default function SearchPage() {
  return <SearchScreen />;
}
