"use client";

import { useTranslations } from "next-intl";

import type { Approval } from "./approval";

/** Shows what has changed in the document since the question was asked. */
export function ChangedSince({ changes }: { changes: Approval["changedSince"] }) {
  const t = useTranslations("approvals");
  if (changes.length === 0) return null;

  return (
    <div className="mt-3 rounded-md bg-attention-soft p-3 text-sm">
      <p className="font-medium">{t("changedSince")}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {changes.map(({ what, before, now }) => (
          <li key={what}>
            <span className="text-n11">{what}</span>{" "}
            <del>
              <bdi>{before || t("nothing")}</bdi>
            </del>{" "}
            <ins className="no-underline">
              <bdi>{now || t("nothing")}</bdi>
            </ins>
          </li>
        ))}
      </ul>
    </div>
  );
}
