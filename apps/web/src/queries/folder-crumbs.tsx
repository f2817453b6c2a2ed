"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";

import { chosenOf, toggled } from "./edit-query";

/** The way down to the folder that a query is narrowed to; a click on a part of it goes up. Nothing where it is narrowed to none. */
export function FolderCrumbs({
  query,
  onChange,
}: {
  query: string;
  onChange: (query: string) => void;
}) {
  const t = useTranslations("queries");
  const [chosen, other] = chosenOf(query, "in").filter((value) => !words.includes(value));
  if (!chosen || other) return null;
  const parts = chosen.split("/").filter(Boolean);
  const outside = toggled(query, "in", chosen);
  const above = parts.slice(0, -1).map((name, at) => ({
    name,
    query: toggled(outside, "in", parts.slice(0, at + 1).join("/")),
  }));

  return (
    <nav
      aria-label={t("folderPath")}
      className="flex flex-wrap items-center gap-1.5 text-n11 text-sm"
    >
      {[{ name: t("allFolders"), query: outside }, ...above].map((part) => (
        <Fragment key={part.query}>
          <button
            type="button"
            onClick={() => onChange(part.query)}
            className="max-w-48 truncate rounded-sm hover:text-n12 hover:underline"
          >
            <bdi>{part.name}</bdi>
          </button>
          <span aria-hidden>/</span>
        </Fragment>
      ))}
      <span aria-current="location" className="max-w-64 truncate text-n12">
        <bdi>{parts.at(-1)}</bdi>
      </span>
    </nav>
  );
}

/** Values of `in:` that are no folders. */
const words = ["library", "trash", "none"];
