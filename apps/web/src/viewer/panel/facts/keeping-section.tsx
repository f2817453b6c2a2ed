"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { Section } from "../section";

/** Says that a hold keeps the document; to owners and admins also which one and why. Nothing where there is none. */
export function KeepingSection({ id }: { id: string }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const trpc = useTRPC();
  const keeping = useQuery(trpc.privacy.keeping.queryOptions({ id }));
  if (!keeping.data?.isHeld) return null;

  return (
    <Section title={t("keptTitle")}>
      <Badge tone="attention">{t("held")}</Badge>
      <p className="mt-2 text-n11 text-sm">{t("heldHint")}</p>
      <ul className="mt-2 grid gap-2 text-sm">
        {keeping.data.holds.map(({ id: holdId, name, reason, until }) => (
          <li key={holdId}>
            <bdi className="font-medium">{name}</bdi>
            <span className="block break-words text-n11">{reason}</span>
            <span className="block text-n11">
              {until
                ? t("until", { day: format.dateTime(until, { dateStyle: "medium" }) })
                : t("untilReleased")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
