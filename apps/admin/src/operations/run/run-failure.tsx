"use client";

import { Link } from "@besunny/web-kit/link";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { errorWords } from "../error-words";
import { runsHref } from "../runs/run-filters";

import type { Run } from "./run";

/** Shows the error that ended the run, or the error for which it is retried. */
export function RunFailure({ run, error }: { run: Run; error: NonNullable<Run["error"]> }) {
  const t = useTranslations("run");

  return (
    <section aria-label={t("failure")} className="flex gap-3 rounded-lg bg-bad-soft px-4 py-3">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium text-bad">{errorWords(error)}</p>
        {run.fingerprint && (
          <Link
            href={runsHref({ fingerprint: run.fingerprint, state: ["failed"] })}
            className="mt-1 inline-block text-sm underline underline-offset-2"
          >
            {t("sameFailure")}
          </Link>
        )}
        {error.stack && (
          <details className="mt-1 text-sm">
            <summary className="w-fit rounded-sm">{t("stack")}</summary>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
              tabIndex={0}
              className="mt-1 overflow-x-auto font-mono text-xs"
            >
              {error.stack}
            </pre>
          </details>
        )}
      </div>
    </section>
  );
}
