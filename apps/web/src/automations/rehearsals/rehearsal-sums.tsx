"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { RehearsalDetail } from "./rehearsal";

const fields = ["title", "type", "tags", "projects", "trash", "status"] as const;

/** The sums of a rehearsal: who matches, what changes, who is asked, what disagrees, and what it takes. */
export function RehearsalSums({ rehearsal }: { rehearsal: RehearsalDetail }) {
  const t = useTranslations("rehearsals");
  const format = useFormatter();
  const { counts, people, conflicts, isCurrent, costMicro, seconds } = rehearsal;
  const { longestWaitHours, irreversible, processedAgain, failing, sending } = counts;
  const sums = [
    ["yes", counts.yes],
    ["no", counts.no],
    ["unknown", counts.unknown],
    ["changing", counts.changing],
  ] as const;

  return (
    <section aria-label={t("sums")} className="flex flex-col gap-3">
      {!isCurrent && <p className="rounded-md bg-n3 px-3 py-2">{t("notCurrent")}</p>}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {sums.map(([name, value]) => (
          <div key={name} className="rounded-lg border border-n6 bg-n2 px-3 py-2">
            <dt className="text-n11 text-sm">{t(`sum_${name}`)}</dt>
            <dd className="font-semibold text-xl tabular-nums">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {people.length > 0 && (
          <li>
            {t("asks")}{" "}
            {people
              .map(({ name, questions }) => t("askedTimes", { name, count: questions }))
              .join("; ")}
          </li>
        )}
        {failing > 0 && <li>{t("failing", { count: failing })}</li>}
        {irreversible > 0 && <li>{t("irreversible", { count: irreversible })}</li>}
        {longestWaitHours > 0 && <li>{t("waits", { count: longestWaitHours })}</li>}
        {conflicts.map(({ automation, field, documents }) => (
          <li key={`${automation?.id} ${field}`}>
            {t("conflict", {
              name: automation?.name ?? t("anotherAutomation"),
              field: fieldWords(field),
              count: documents,
            })}
          </li>
        ))}
        <li>{sending > 0 ? t("sends", { count: sending }) : t("sendsNothing")}</li>
        {seconds !== null && (
          <li>{t("takes", { minutes: Math.max(1, Math.ceil(seconds / 60)) })}</li>
        )}
        {processedAgain > 0 && (
          <li>
            {costMicro === null
              ? t("costUnknown")
              : t("costs", {
                  amount: format.number(costMicro / 1_000_000, { maximumFractionDigits: 2 }),
                })}
          </li>
        )}
      </ul>
    </section>
  );

  function fieldWords(field: string): string {
    const known = fields.find((each) => each === field);
    return known ? t(`field_${known}`) : field;
  }
}
