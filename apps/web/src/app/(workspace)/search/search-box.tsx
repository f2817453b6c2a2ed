"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Input } from "@besunny/ui/fields/input";
import { CornerDownLeft, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

export function SearchBox({
  query,
  onSearch,
}: {
  query: string;
  onSearch: (query: string) => void;
}) {
  const t = useTranslations("search");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget).get("q") ?? "").trim());
  }

  return (
    <search>
      <form onSubmit={submit} className="relative">
        <Search aria-hidden className="absolute top-3.5 left-3.5 size-4 text-n10" />
        <Input
          key={query}
          name="q"
          type="search"
          aria-label={t("box")}
          placeholder={t("box")}
          defaultValue={query}
          autoFocus={query === ""}
          maxLength={2000}
          className="h-11 rounded-lg pr-11 pl-10 text-lg coarse:h-11"
        />
        <IconButton
          type="submit"
          label={t("submit")}
          shortcut="↵"
          icon={<CornerDownLeft />}
          className="absolute top-1.5 right-1.5 coarse:size-8"
        />
      </form>
    </search>
  );
}
