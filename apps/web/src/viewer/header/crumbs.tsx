"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Link } from "@besunny/web-kit/link";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../document-detail";
import { useTrailOf, useWayBack } from "../use-neighbours";

/** The way back to the list that someone came from, and where the document belongs. */
export function Crumbs({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const back = useWayBack(document.id);
  const { trail } = useTrailOf(document.id);
  const list = trail?.title ?? t("library");
  const { typeName } = useNames();
  const { type } = document;

  return (
    <>
      <IconButton
        label={t("backTo", { list })}
        shortcut="b"
        icon={<ArrowLeft className="rtl:-scale-x-100" />}
        onClick={back}
      />
      <nav
        aria-label={t("crumbs")}
        className="hidden shrink-0 items-center gap-1.5 text-n11 xl:flex"
      >
        <Link
          href={trail?.href ?? "/library"}
          className="max-w-48 truncate hover:text-n12 hover:underline"
        >
          {list}
        </Link>
        <span aria-hidden>/</span>
        {type && (
          <>
            <Link
              href={`/library?q=${encodeURIComponent(`type:"${type}"`)}`}
              className="max-w-48 truncate first-letter:uppercase hover:text-n12 hover:underline"
            >
              {typeName(type)}
            </Link>
            <span aria-hidden>/</span>
          </>
        )}
      </nav>
    </>
  );
}
