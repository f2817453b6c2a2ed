"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Link } from "@besunny/web-kit/link";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";

import { isRetryable, type TrayItem } from "../tray-item";
import type { TrayVerbs } from "./use-tray-verbs";

/** The one action that fits what happened to a file; none where none can help. */
export function TrayRowVerb({ item, verbs }: { item: TrayItem; verbs: TrayVerbs }) {
  const t = useTranslations("tray");

  if (isRetryable(item))
    return (
      <IconButton label={t("retry")} icon={<RotateCcw />} onClick={() => verbs.retry([item])} />
    );
  if (item.phase === "failed")
    return (
      <Button size="sm" variant="ghost" onClick={() => verbs.remove(item)}>
        {t("remove")}
      </Button>
    );
  if (item.phase === "interrupted")
    return (
      <Button size="sm" variant="ghost" onClick={verbs.pickAgain}>
        {t("pickAgain")}
      </Button>
    );
  if (item.phase === "duplicate")
    return (
      <Button size="sm" variant="ghost" asChild>
        <Link href={`/documents/${item.documentId}`}>{t("open")}</Link>
      </Button>
    );
  return null;
}
