"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

import { errorWords } from "../error-words";
import { timeSpan } from "../time-span";

import type { Run } from "./run";

/** Tries that failed, each with its reason, its worker and when the next one was. */
export function FailedAttempts({ attempts }: { attempts: Run["failedAttempts"] }) {
  const t = useTranslations("run");

  return (
    <ul className="flex flex-col gap-1.5">
      {attempts.map(({ number, at, durationMs, error, retryAt, worker }) => (
        <li key={`${number} ${at.toISOString()}`} className="text-sm">
          <p>
            <span className="font-medium">{t("attemptFailed", { number })}</span>{" "}
            <span className="text-n11">
              <RelativeTime at={at} />
              {durationMs !== null && ` · ${timeSpan(durationMs)}`}
              {worker && ` · ${worker}`} ·{" "}
              {retryAt ? (
                <>
                  {t("retryAt")} <RelativeTime at={retryAt} />
                </>
              ) : (
                t("lastTry")
              )}
            </span>
          </p>
          <p className="break-words text-bad">{errorWords(error)}</p>
        </li>
      ))}
    </ul>
  );
}
