"use client";

import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import {
  AtSign,
  Building2,
  CalendarDays,
  Coins,
  Hash,
  Landmark,
  Link as LinkIcon,
  type LucideIcon,
  MapPin,
  Percent,
  Phone,
  SquareArrowOutUpRight,
  User,
} from "lucide-react";
import { useTranslations } from "next-intl";

import type { Understanding } from "../../document-detail";
import { EvidenceButton } from "../evidence-button";

/** A sum, a share or a day that can be read in several ways has no value. */
function isOpen({ kind, normalised }: Understanding["entities"][number]): boolean {
  return !normalised && (kind === "money" || kind === "percent" || kind === "date");
}

/** People, organisations, amounts and the like, by kind. */
export function EntityList({
  documentId,
  entities,
  onGo,
}: {
  documentId: string;
  entities: Understanding["entities"];
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
  const pageOf = usePages(documentId);
  const groups = Map.groupBy(entities, ({ kind }) => kind);

  return (
    <div className="flex flex-col gap-1">
      {[...groups].map(([kind, members]) => {
        const Icon = isKnown(kind) ? icons[kind] : Hash;
        return (
          <details key={kind} open={groups.size <= 3 || members.length <= 3}>
            <summary className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-n4">
              <Icon aria-hidden className="size-4 text-n10" />
              <span className="flex-1">{isKnown(kind) ? t(`entity_${kind}`) : kind}</span>
              <span className="text-n11 text-xs tabular-nums">{members.length}</span>
            </summary>
            <div className="pl-6">
              {members.map((entity) => {
                const page = pageOf(kind, entity.text);
                return (
                  <div
                    key={`${entity.text}/${entity.normalised ?? ""}`}
                    className="flex items-start gap-1"
                  >
                    <EvidenceButton evidence={entity.evidence} onGo={onGo}>
                      <bdi>{entity.text}</bdi>
                      {entity.normalised && entity.normalised !== entity.text && (
                        <span className="ml-2 text-n11 text-xs tabular-nums">
                          {entity.normalised}
                        </span>
                      )}
                      {isOpen(entity) && (
                        <span className="ml-2 text-n11 text-xs">{t("severalReadings")}</span>
                      )}
                    </EvidenceButton>
                    {page && (
                      <Link
                        href={page}
                        aria-label={t("openEntity", { name: entity.text })}
                        title={t("openEntity", { name: entity.text })}
                        className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-n11 hover:bg-n4 hover:text-n12"
                      >
                        <SquareArrowOutUpRight aria-hidden className="size-3.5" />
                      </Link>
                    )}
                  </div>
                );
              })}
            </div>
          </details>
        );
      })}
    </div>
  );
}

/** Returns the address of the page of a name of this document; null for what has none. */
function usePages(documentId: string): (kind: string, name: string) => string | null {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.entities.ofDocument.queryOptions({ id: documentId }));
  const pages = new Map(
    data?.items.map(({ entityId, kind, name }) => [`${kind} ${name}`, `/entities/${entityId}`]),
  );
  return (kind, name) => pages.get(`${kind} ${name}`) ?? null;
}

const icons = {
  person: User,
  organisation: Building2,
  place: MapPin,
  date: CalendarDays,
  money: Coins,
  email: AtSign,
  phone: Phone,
  iban: Landmark,
  url: LinkIcon,
  percent: Percent,
  identifier: Hash,
} satisfies Record<string, LucideIcon>;

function isKnown(kind: string): kind is keyof typeof icons {
  return Object.hasOwn(icons, kind);
}
