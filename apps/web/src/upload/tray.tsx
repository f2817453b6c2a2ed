"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { classNames } from "@besunny/ui/class-names";
import { Progress } from "@besunny/ui/feedback/progress";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TrayBatch } from "./tray-batch";
import { useTrayItems, useTraySummary } from "./tray-context";
import { groupsOf } from "./tray-item";
import { TrayRow } from "./tray-row";
import { useTrayTruth } from "./use-tray-truth";
import { useTrayVerbs } from "./use-tray-verbs";

/** The files on their way, in the corner of every page; the page below stays usable. */
export function Tray() {
  const t = useTranslations("tray");
  const items = useTrayItems();
  const { active, done, total, failed, fraction } = useTraySummary();
  const verbs = useTrayVerbs();
  const isSending = items.some(({ phase }) => phase === "waiting" || phase === "uploading");
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (isSending) setIsOpen(true);
  }, [isSending]);
  useTrayTruth();

  if (total === 0) return null;
  const retryable = items.filter(({ phase }) => phase === "failed" || phase === "refused");

  return (
    <section
      aria-label={t("title")}
      className="fixed right-0 bottom-14 z-30 w-full border border-n6 bg-raised shadow-raised md:right-4 md:bottom-4 md:w-96 md:rounded-lg"
    >
      <header className="flex h-10 items-center gap-1 pr-1 pl-3">
        <h2 className="min-w-0 flex-1 truncate font-medium tabular-nums" aria-live="polite">
          {active > 0 ? t("summary", { done, total }) : t("allDone", { total })}
          {failed > 0 && <span className="text-bad"> · {t("failed", { count: failed })}</span>}
        </h2>
        {retryable.length > 1 && (
          <Button size="sm" variant="ghost" onClick={() => verbs.retry(retryable)}>
            {t("retryAll", { count: retryable.length })}
          </Button>
        )}
        <IconButton
          label={t(isOpen ? "fold" : "unfold")}
          icon={isOpen ? <ChevronDown /> : <ChevronUp />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
        {active === 0 && <IconButton label={t("clear")} icon={<X />} onClick={verbs.clear} />}
      </header>
      {active > 0 && <Progress value={fraction} label={t("title")} className="rounded-none" />}
      <div
        className={classNames(
          "max-h-[40dvh] divide-y divide-n5 overflow-y-auto border-t md:max-h-80",
          !isOpen && "hidden",
        )}
      >
        {groupsOf(items).map(({ batchId, items: members }) => (
          <section
            key={batchId ?? "others"}
            aria-label={t(batchId ? "batch" : "others")}
            className="py-1"
          >
            {batchId && <TrayBatch id={batchId} onCancel={() => verbs.cancelBatch(batchId)} />}
            <ul>
              {members.map((item) => (
                <TrayRow key={item.key} item={item} verbs={verbs} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
