import type { SourceKind } from "@besunny/api/browser/vocabulary";
import {
  Building2,
  CalendarDays,
  Captions,
  Cloud,
  HardDrive,
  Mail,
  Mailbox,
  Package,
} from "lucide-react";

const icons = {
  drive: HardDrive,
  gmail: Mail,
  "google-calendar": CalendarDays,
  onedrive: Cloud,
  sharepoint: Building2,
  outlook: Mail,
  "outlook-calendar": CalendarDays,
  teams: Captions,
  dropbox: Package,
  imap: Mailbox,
} as const satisfies Record<SourceKind, unknown>;

/** The picture of a kind of source. Its name is beside it. */
export function KindIcon({ kind, className = "size-4" }: { kind: SourceKind; className?: string }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className={`shrink-0 text-n10 ${className}`} />;
}
