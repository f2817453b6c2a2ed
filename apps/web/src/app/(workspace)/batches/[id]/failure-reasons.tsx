"use client";

import { useTold } from "@besunny/web-kit/told/use-told";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

/** Each reason for which documents failed once, with what to do; it shows the documents behind it. */
export function FailureReasons({
  reasons,
  chosen,
  onChoose,
}: {
  reasons: readonly { message: string; remedy: string; count: number }[];
  chosen: string | null;
  onChoose: (reason: string | null) => void;
}) {
  const t = useTranslations("batches");
  const tell = useTold();
  if (reasons.length === 0) return null;

  return (
    <section aria-label={t("reasons")} className="border-b px-4 py-3">
      <h2 className="mb-1 font-medium text-sm">{t("reasons")}</h2>
      <ul className="flex flex-col">
        {reasons.map(({ message, remedy, count }) => (
          <li key={`${message}/${remedy}`}>
            <button
              type="button"
              aria-pressed={chosen === message}
              onClick={() => onChoose(chosen === message ? null : message)}
              className="-mx-2 flex w-[calc(100%+1rem)] items-start gap-2.5 rounded-md px-2 py-1.5 text-left text-sm transition-colors hover:bg-n3 aria-pressed:bg-n5"
            >
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
              <span className="min-w-0 flex-1">
                {tell(message)} <span className="text-n11">{tell(remedy)}</span>
              </span>
              <span className="shrink-0 text-n11 tabular-nums">{t("files", { count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
