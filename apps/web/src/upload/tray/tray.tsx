"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { classNames } from "@besunny/ui/class-names";
import { Progress } from "@besunny/ui/feedback/progress";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";

import { useOnline } from "~/shell/use-online";
import { useTrayItems } from "../tray-context";
import { groupsOf, isRetryable } from "../tray-item";
import { TrayBatch } from "./tray-batch";
import { TrayPill } from "./tray-pill";
import { TrayRow } from "./tray-row";
import { useFolding } from "./use-folding";
import { useTrayCount } from "./use-tray-count";
import { useTrayTruth } from "./use-tray-truth";
import { useTrayVerbs } from "./use-tray-verbs";

/** The files on their way, in the corner of every page; the page below stays usable. */
export function Tray() {
  const t = useTranslations("tray");
  const place = useRef<HTMLElement>(null);
  const items = useTrayItems();
  const groups = groupsOf(items);
  const { done, ended, total, failed } = useTrayCount(groups);
  const verbs = useTrayVerbs();
  const isOnline = useOnline();
  const isMoving = ended < total;
  const folding = useFolding(place, {
    isSending: items.some(({ phase }) => phase === "waiting" || phase === "uploading"),
    isSettled: !isMoving && failed === 0,
  });
  useTrayTruth();

  if (total === 0) return null;
  if (folding.isPill)
    return <TrayPill total={total} onUnfold={folding.toggle} onClear={verbs.clear} />;
  const retryable = items.filter(isRetryable);

  return (
    <section
      ref={place}
      aria-label={t("title")}
      className="fixed right-0 bottom-14 z-30 w-full border border-n6 bg-raised shadow-raised md:right-4 md:bottom-4 md:w-96 md:rounded-lg"
    >
      <header className="flex h-10 items-center gap-1 pr-1 pl-3">
        <h2 className="min-w-0 flex-1 truncate font-medium tabular-nums" aria-live="polite">
          {isMoving ? t("summary", { done, total }) : t("allDone", { total })}
          {failed > 0 && <span className="text-bad"> · {t("failed", { count: failed })}</span>}
          {isMoving && !isOnline && <span className="text-n11"> · {t("offline")}</span>}
        </h2>
        {retryable.length > 1 && (
          <Button size="sm" variant="ghost" onClick={() => verbs.retry(retryable)}>
            {t("retryAll", { count: retryable.length })}
          </Button>
        )}
        <IconButton
          label={t(folding.isOpen ? "fold" : "unfold")}
          icon={folding.isOpen ? <ChevronDown /> : <ChevronUp />}
          aria-expanded={folding.isOpen}
          onClick={folding.toggle}
        />
        {!isMoving && <IconButton label={t("clear")} icon={<X />} onClick={verbs.clear} />}
      </header>
      {isMoving && (
        <Progress value={ended / total} label={t("title")} className="h-0.5 rounded-none" />
      )}
      <div
        className={classNames(
          "max-h-[40dvh] divide-y divide-n5 overflow-y-auto border-t md:max-h-80",
          !folding.isOpen && "hidden",
        )}
      >
        {groups.map(({ batchId, items: members }) => (
          <section
            key={batchId ?? "others"}
            aria-label={t(batchId ? "batch" : "others")}
            className="py-1"
          >
            {batchId && (
              <TrayBatch
                id={batchId}
                isOneOfMany={groups.length > 1}
                onCancel={() => verbs.cancelBatch(batchId)}
              />
            )}
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
