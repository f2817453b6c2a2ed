"use client";

import { useFormatter, useTranslations } from "next-intl";

import type { Action } from "../meeting";
import { dueGroupOf } from "./due-group";
import { useToday } from "./use-today";

/** The owner and the day of an action, as they were said; or that nobody and no day was named. */
export function OwnerAndDue({ action: { owner, due, state } }: { action: Action }) {
  const t = useTranslations("actions");
  const format = useFormatter();
  const today = useToday();
  const isLate =
    due !== null &&
    today !== null &&
    (state === "open" || state === "draft") &&
    dueGroupOf(due.on, today) === "overdue";

  return (
    <>
      {owner ? (
        <bdi className="font-medium text-n12">{owner.name}</bdi>
      ) : (
        <span>{t("nobody")}</span>
      )}
      {" · "}
      {due ? (
        <span className={isLate ? "font-medium text-bad" : undefined}>
          {isLate && `${t("overdue")}: `}
          <time dateTime={due.on}>
            {format.dateTime(new Date(due.on), { dateStyle: "medium", timeZone: "UTC" })}
          </time>
          {due.words && (
            <span className="font-normal text-n11"> ({t("said", { words: due.words })})</span>
          )}
        </span>
      ) : (
        <span>{t("noDay")}</span>
      )}
    </>
  );
}
