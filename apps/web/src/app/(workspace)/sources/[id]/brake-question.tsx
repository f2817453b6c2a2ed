"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useFormatter, useTranslations } from "next-intl";

import type { Source } from "~/sources/source";
import { useSourceVerbs } from "~/sources/use-source-verbs";

/** Asked before many documents are taken for gone. Nothing is removed before the answer. */
export function BrakeQuestion({
  source,
  question: { missing, of, isRootGone, askedAt },
}: {
  source: Source;
  question: NonNullable<Source["question"]>;
}) {
  const t = useTranslations("sources");
  const format = useFormatter();
  const verbs = useSourceVerbs(source);
  const at = format.dateTime(askedAt, { dateStyle: "medium", timeStyle: "short" });

  return (
    <section
      aria-labelledby="question"
      className="max-w-2xl rounded-lg border border-attention bg-attention-soft p-4"
    >
      <h2 id="question" className="font-semibold">
        {t(isRootGone ? "questionRoot" : "question")}
      </h2>
      <p className="mt-1">
        {isRootGone ? t("questionTextRoot", { of }) : t("questionText", { missing, of, at })}
      </p>
      {source.isMine && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button variant="primary" loading={verbs.isBusy} onClick={() => verbs.answer("keep")}>
            {t("keep")}
          </Button>
          <Button disabled={verbs.isBusy} onClick={() => verbs.answer("remove")}>
            {t("removeThem")}
          </Button>
          <Button
            variant="ghost"
            disabled={verbs.isBusy}
            onClick={() => verbs.answer("look-again")}
          >
            {t("lookAgain")}
          </Button>
        </div>
      )}
    </section>
  );
}
