"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

import { personOf } from "./person";

const mostAtFirst = 5;

/** The people that a mail went to, by name; all of them and their addresses on request. Nothing where there are none. */
export function MailPeople({ label, people }: { label: string; people: readonly string[] }) {
  const t = useTranslations("shown");
  const [areAllShown, setAreAllShown] = useState(false);
  if (people.length === 0) return null;
  const shown = areAllShown ? people : people.slice(0, mostAtFirst);
  const more = people.length - shown.length;

  return (
    <p className="break-words text-n11 text-sm">
      {label}{" "}
      {shown.map((written, position) => {
        const { name, address } = personOf(written);
        return (
          <span key={position} title={address || undefined}>
            {position > 0 && ", "}
            <bdi className="text-n12">{name}</bdi>
            {areAllShown && address && <bdi> {address}</bdi>}
          </span>
        );
      })}
      {more > 0 && (
        <>
          {" "}
          <button
            type="button"
            className="underline underline-offset-2"
            onClick={() => setAreAllShown(true)}
          >
            {t("morePeople", { count: more })}
          </button>
        </>
      )}
    </p>
  );
}
