"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useFormatter, useTranslations } from "next-intl";

import { shownValue } from "~/documents/shown-value";

/** The value of a field on a document. */
export type FilledField = Outputs["documents"]["list"]["items"][number]["fields"][number];

/** Shows the value of a field in the way of its kind: days and sums in words, an address as a link. */
export function FieldValue({ field: { kind, value } }: { field: FilledField }) {
  const t = useTranslations("fields");
  const format = useFormatter();

  switch (kind) {
    case "boolean":
      return t(value === "yes" ? "yes" : "no");
    case "number":
      return format.number(Number(value), { maximumFractionDigits: 6 });
    case "amount":
      return shownValue({ value, normalised: value }, format);
    case "date":
      return format.dateTime(new Date(`${value}T00:00:00Z`), {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
      });
    case "link":
      return (
        <a
          href={value}
          target="_blank"
          rel="noreferrer"
          title={value}
          className="relative z-10 underline underline-offset-2"
        >
          <bdi>{value.replace(/^(https?:\/\/|mailto:)/, "").replace(/\/$/, "")}</bdi>
        </a>
      );
    default:
      return (
        <bdi title={value} dir="auto">
          {value}
        </bdi>
      );
  }
}
