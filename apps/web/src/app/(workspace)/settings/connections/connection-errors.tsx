"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTranslations } from "next-intl";

import type { Connection } from "~/sources/source";

/** The last failures of an account, the newest first, folded until somebody looks. */
export function ConnectionErrors({ errors }: Pick<Connection, "errors">) {
  const t = useTranslations("connections");
  const tell = useTold();
  if (errors.length === 0) return null;

  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-n11 hover:text-n12">
        {t("errorsCount", { count: errors.length })}
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {errors.map(({ at, kind, message }) => (
          <li key={`${at.toISOString()} ${kind} ${message}`} className="flex flex-wrap gap-x-3">
            <span className="w-28 shrink-0 text-n11">
              <RelativeTime at={at} />
            </span>
            <span className="min-w-0 flex-1 break-words">{tell(message)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
