"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { CircleDashed, CirclePause, LoaderCircle, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { pieceOf } from "~/documents/piece-of";

type Now = NonNullable<Outputs["documents"]["timeline"]["now"]>;

/** Says in a sentence what happens to a document now, or why it waits. */
export function TimelineNow({ now }: { now: Now }) {
  const t = useTranslations("viewer");
  const tell = useTold();
  const Icon = icons[now.kind];

  return (
    <section aria-label={t("now")} className="flex items-start gap-2.5 rounded-lg bg-n3 p-3">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 text-n11 ${now.kind === "working" ? "animate-spin" : ""}`}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium" aria-live="polite">
          <NowSentence now={now} />
        </p>
        {now.kind === "paused" && (
          <Link href={`/batches/${now.batch.id}`} className="text-sm underline underline-offset-2">
            {now.batch.title ?? t("now_openBatch")}
          </Link>
        )}
        {now.kind === "retrying" && now.because && (
          <p className="text-n11 text-sm">{tell(now.because)}</p>
        )}
        {now.kind === "working" && now.tookOver && (
          <p className="text-n11 text-sm">{t("now_tookOver")}</p>
        )}
      </div>
    </section>
  );
}

function NowSentence({ now }: { now: Now }) {
  const t = useTranslations("viewer");
  const inSeconds = useSecondsUntil(now.kind === "retrying" ? now.retryAt : null);

  if (now.kind === "paused") return t("now_paused");
  if (now.kind === "behindLiveWork") return t("now_behindLiveWork", { ahead: now.ahead });
  if (now.kind === "inLine")
    return now.position === 1 ? t("now_next") : t("now_inLine", { position: now.position });
  if (now.kind === "retrying") {
    const { attempt, maxAttempts } = now;
    return t("now_retrying", { attempt, maxAttempts, inSeconds });
  }
  const doing = now.transcription
    ? t("now_transcribing", pieceOf(now.transcription))
    : now.stage
      ? t(`now_working_${now.stage}`)
      : t("now_working");
  return now.attempt > 1 ? `${doing} · ${t("now_attempt", { number: now.attempt })}` : doing;
}

/** Returns the seconds until a moment, counted down while the component is shown; 0 without a moment. */
function useSecondsUntil(at: Date | null): number {
  const [now, setNow] = useState(() => Date.now());
  const isCounting = at !== null;
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isCounting]);
  return at ? Math.max(0, Math.ceil((at.getTime() - now) / 1000)) : 0;
}

const icons = {
  paused: CirclePause,
  inLine: CircleDashed,
  behindLiveWork: CircleDashed,
  retrying: RotateCcw,
  working: LoaderCircle,
} as const;
