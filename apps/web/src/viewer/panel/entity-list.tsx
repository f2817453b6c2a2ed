"use client";

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
  User,
} from "lucide-react";
import { useTranslations } from "next-intl";

import type { Understanding } from "../document-detail";
import { EvidenceButton } from "./evidence-button";

/** People, organisations, amounts and the like, by kind. */
export function EntityList({
  entities,
  onGo,
}: {
  entities: Understanding["entities"];
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
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
              {members.map((entity) => (
                <EvidenceButton
                  key={`${entity.text}/${entity.normalised ?? ""}`}
                  evidence={entity.evidence}
                  onGo={onGo}
                >
                  <bdi>{entity.text}</bdi>
                  {entity.normalised && entity.normalised !== entity.text && (
                    <span className="ml-2 text-n11 text-xs tabular-nums">{entity.normalised}</span>
                  )}
                </EvidenceButton>
              ))}
            </div>
          </details>
        );
      })}
    </div>
  );
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
