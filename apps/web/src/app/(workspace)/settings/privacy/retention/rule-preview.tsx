"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { useFormatter, useTranslations } from "next-intl";

type Preview = Outputs["privacy"]["previewRule"];

/** Shows what a rule would do: the documents that go, when, and those that a hold keeps. */
export function RulePreview({
  preview,
  items,
  hasMore,
  onMore,
}: {
  preview: Preview;
  items: Preview["items"];
  hasMore: boolean;
  onMore: () => void;
}) {
  const t = useTranslations("retention");

  return (
    <section aria-label={t("preview")} className="mt-4 border-n5 border-t pt-4">
      <p aria-live="polite">
        {t("decides", { count: preview.decided })} {t("dueThen", { count: preview.due })}
        {preview.held > 0 && ` ${t("heldThen", { count: preview.held })}`}
      </p>
      {preview.overruled.map(({ ruleId, name, documents }) => (
        <p key={ruleId} className="text-n11 text-sm">
          {t("overruled", { count: documents, name })}
        </p>
      ))}
      <ul aria-label={t("whichGo")} className="mt-2">
        {items.map((item, place) => (
          <PreviewRow key={item.id ?? `hidden ${place}`} item={item} />
        ))}
      </ul>
      {hasMore && (
        <Button size="sm" className="mt-2" onClick={onMore}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function PreviewRow({ item }: { item: Preview["items"][number] }) {
  const t = useTranslations("retention");
  const format = useFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });

  return (
    <li className="border-n5 border-b py-2">
      <span className="flex items-center gap-2">
        <bdi className="min-w-0 flex-1 truncate">{item.title ?? t("hidden")}</bdi>
        {item.isHeld && <Badge tone="attention">{t("isHeld")}</Badge>}
      </span>
      <span className="block text-n11 text-sm">
        {item.isHeld
          ? t("staysHeld", { day: day(item.trashAt) })
          : t("goes", { day: day(item.trashAt), end: day(item.eraseAt) })}
      </span>
    </li>
  );
}
