import type { EntityKind } from "@besunny/api/browser/vocabulary";
import { Building2, MapPin, User } from "lucide-react";

const icons = { person: User, organisation: Building2, place: MapPin };

export function EntityIcon({ kind, className = "" }: { kind: EntityKind; className?: string }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className={`size-4 shrink-0 text-n10 ${className}`} />;
}
