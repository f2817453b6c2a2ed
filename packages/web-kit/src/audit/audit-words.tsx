"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";
import { Link } from "../link";

import { type AuditEntry, pageOfSubject } from "./audit-entry";

/** Shows the outcome of a call. */
export function OutcomeBadge({ outcome }: Pick<AuditEntry, "outcome">) {
  const t = useTranslations("audit");
  const tones = { ok: "good", refused: "attention", failed: "bad" } as const;
  return <Badge tone={tones[outcome]}>{t(`outcome_${outcome}`)}</Badge>;
}

/** Returns the words for who acted: the person's name, "Job" with its name, or that nobody was signed in. */
export function useActorName(): (
  actor: Pick<AuditEntry["actor"], "kind" | "name"> & { id?: string },
) => string {
  const t = useTranslations("audit");
  return ({ kind, id = "", name }) => {
    if (kind === "job") return id ? t("job", { name: id }) : t("aJob");
    if (kind === "source") return name ? t("source", { name }) : t("aSource");
    if (kind === "platformAdmin") return name ?? t("platformAdmin");
    if (kind === "link") return t("link");
    if (kind === "user") return name ?? t("unknownPerson");
    return kind === "nobody" ? t("nobody") : kind;
  };
}

/** One thing that a row is about: a link to its page, its name, or its id. */
export function Subject({ entry, id }: { entry: AuditEntry; id: string }) {
  const href = pageOfSubject(entry, id);
  const name = entry.named?.find((each) => each.id === id)?.name;
  if (href)
    return (
      <Link href={href} className="break-words underline underline-offset-2">
        <bdi>{name}</bdi>
      </Link>
    );
  return name ? <bdi>{name}</bdi> : <span className="break-all font-mono text-xs">{id}</span>;
}
