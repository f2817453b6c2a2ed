"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useNames } from "~/i18n/use-names";
import type { Understanding } from "../../document-detail";

type Like = Understanding["type"]["like"];

/** Names the documents that the type follows. Those that the reader may not see stay without a name. */
export function LikeDocuments({ type, like }: { type: string | null; like: Like }) {
  const t = useTranslations("viewer");
  const { typeName } = useNames();
  if (like.length === 0) return null;

  return (
    <div className="mt-2 text-n11 text-sm">
      {type === null && like.length > 1 && <p>{t("contradiction")}</p>}
      <ul>
        {like.map(({ document, by, type: filedAs }, position) => (
          // Documents without a name can be alike in all that is shown of them.
          <Fragment key={document?.id ?? position}>
            <li className="break-words">
              {document
                ? t.rich(by ? "likeBy" : "likeSeen", {
                    type: typeName(filedAs),
                    person: by?.name ?? "",
                    title: document.title,
                    link: (title) => (
                      <Link href={`/documents/${document.id}`} className="underline">
                        <bdi>{title}</bdi>
                      </Link>
                    ),
                  })
                : t("likeUnseen", { type: typeName(filedAs) })}
            </li>
          </Fragment>
        ))}
      </ul>
    </div>
  );
}
