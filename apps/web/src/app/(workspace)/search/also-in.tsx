"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import type { Hit } from "./hit";

const FEW = 3;

/** Other documents in which a passage says the same. */
export function AlsoIn({ documents }: { documents: Hit["alsoIn"] }) {
  const t = useTranslations("search");
  if (documents.length === 0) return null;

  return (
    <span className="flex min-w-0 flex-wrap gap-x-2">
      {t("alsoIn")}
      {documents.slice(0, FEW).map(({ id, title }) => (
        <Link
          key={id}
          href={`/documents/${id}`}
          className="max-w-56 truncate underline underline-offset-2 hover:text-n12"
        >
          <bdi>{title}</bdi>
        </Link>
      ))}
      {documents.length > FEW && t("andMore", { count: documents.length - FEW })}
    </span>
  );
}
