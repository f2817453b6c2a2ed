"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTranslations } from "next-intl";

/** Asked where sessions end: a key goes on working without any. */
export function EndKeysToo({ name }: { name: string }) {
  const t = useTranslations("settings");

  return (
    <div className="flex items-start gap-2.5">
      <Checkbox label={t("endKeysToo")} name={name} className="mt-0.5" />
      <span aria-hidden>
        {t("endKeysToo")}
        <span className="block text-n11 text-sm">{t("endKeysTooHint")}</span>
      </span>
    </div>
  );
}
