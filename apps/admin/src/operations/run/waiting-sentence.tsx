"use client";

import { Hourglass } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";

import { useRunSetting } from "../kept-here";
import { timeSpan } from "../time-span";

import { useNow } from "./use-now";
import { type WaitingPart, waitingParts } from "./waiting-parts";

/** Why the run is not moving, in a plain sentence that counts down. */
export function WaitingSentence({ sentence }: { sentence: string }) {
  const t = useTranslations("run");

  return (
    <section
      aria-label={t("notMoving")}
      className="flex gap-3 rounded-lg bg-attention-soft px-4 py-3 text-attention"
    >
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 break-words font-medium tabular-nums">
        {waitingParts(sentence).map((part, index) => (
          <Fragment key={index}>
            <Part part={part} />
          </Fragment>
        ))}
      </p>
    </section>
  );
}

function Part({ part }: { part: WaitingPart }) {
  const t = useTranslations("run");
  const format = useFormatter();
  const { workspaceName } = useRunSetting();
  const now = useNow(1_000);
  if (part.kind === "words") return part.text;
  if (part.kind === "workspace") return workspaceName(part.id);

  const span = timeSpan(Math.max(0, Math.ceil((part.at.getTime() - now) / 1_000)) * 1_000);
  return (
    <time dateTime={part.at.toISOString()} title={part.at.toISOString()}>
      {part.kind === "at"
        ? t("inTime", { span })
        : t("untilTime", { time: format.dateTime(part.at, { timeStyle: "medium" }), span })}
    </time>
  );
}
