"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Run } from "./run";
import { RunExplained } from "./run-explained";

const tones: Record<Run["state"], BadgeTone> = {
  running: "info",
  waiting: "attention",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
};

/** A run: its document, its state and its version. It opens to what happened, line by line. */
export function RunRow({ run, mayChange }: { run: Run; mayChange: boolean }) {
  const t = useTranslations("automationRuns");
  const [isOpen, setOpen] = useState(false);
  const { id, document, state, error, beganAt, version } = run;

  return (
    <li className="border-n5 border-b py-2.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={isOpen}
          aria-label={t("explain", { title: document.title })}
          icon={
            <ChevronRight
              aria-hidden
              className={`transition-transform ${isOpen ? "rotate-90" : ""}`}
            />
          }
          onClick={() => setOpen(!isOpen)}
        />
        <Link href={`/documents/${document.id}`} className="min-w-0 truncate hover:underline">
          <bdi>{document.title}</bdi>
        </Link>
        <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>
        <span className="text-n11 text-sm">
          {t("version", { number: version })}
          {" · "}
          <RelativeTime at={beganAt} />
        </span>
      </div>
      {error && <p className="mt-1 pl-10 text-bad text-sm">{error}</p>}
      {isOpen && <RunExplained id={id} state={state} mayChange={mayChange} />}
    </li>
  );
}
