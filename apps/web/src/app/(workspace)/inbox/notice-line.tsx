"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import {
  AtSign,
  BellRing,
  Bookmark,
  CalendarClock,
  CalendarOff,
  ChartColumn,
  Coins,
  CreditCard,
  EarOff,
  Eye,
  FileWarning,
  FolderOpen,
  Gauge,
  Gavel,
  GraduationCap,
  Hourglass,
  ListChecks,
  ListTodo,
  MessageSquare,
  PackageOpen,
  Plug,
  PlugZap,
  Recycle,
  Rocket,
  Stamp,
  TrendingUpDown,
  UserRoundPlus,
  Webhook,
  Workflow,
} from "lucide-react";
import { useTranslations } from "next-intl";

export type Notice = Outputs["notices"]["list"]["items"][number];

const icons = {
  mention: AtSign,
  look: Eye,
  watch: Eye,
  webhook: Webhook,
  approval: Stamp,
  automation: Workflow,
  told: BellRing,
  export: PackageOpen,
  departure: Hourglass,
  retention: Recycle,
  comment: MessageSquare,
  share: UserRoundPlus,
  project: FolderOpen,
  failure: FileWarning,
  review: ListChecks,
  view: Bookmark,
  due: CalendarClock,
  budget: Coins,
  retirement: CalendarOff,
  drift: TrendingUpDown,
  release: Rocket,
  training: GraduationCap,
  quota: Gauge,
  billing: CreditCard,
  report: ChartColumn,
  source: Plug,
  connection: PlugZap,
  push: EarOff,
  decision: Gavel,
  action: ListTodo,
  brief: CalendarClock,
} as const;

/** One notice, which leads to what it is about. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const { kind, path, text, createdAt, readAt } = notice;
  const Icon = icons[kind];
  const words = useNoticeWords(notice);

  return (
    <li className="relative flex items-start gap-3 border-n5 border-b px-4 py-2.5 hover:bg-n3">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-n11" />
      <div className="min-w-0 flex-1">
        <Link
          href={path}
          className={`block truncate before:absolute before:inset-0 ${readAt ? "" : "font-semibold"}`}
        >
          {words}
        </Link>
        {text && (
          <p dir="auto" className="line-clamp-2 text-n11 text-sm">
            {text}
          </p>
        )}
      </div>
      <span className="shrink-0 text-n11 text-xs">
        <RelativeTime at={createdAt} />
      </span>
    </li>
  );
}

function useNoticeWords({ kind, byName, title, day, count }: Notice): string {
  const t = useTranslations("notices");
  const ti = useTranslations("inbox");
  const name = byName ?? ti("somebody");
  const about = title ?? "";
  switch (kind) {
    case "review":
      return t("notice_review", { count: count ?? 0 });
    case "view":
      return t("notice_view", { count: count ?? 0, title: about });
    case "failure":
      return title ? t("notice_failure", { title }) : t("notice_failures");
    case "due":
      // Noon is the same day in nearly every time zone.
      return t("notice_due", { title: about, day: new Date(`${day ?? ""}T12:00:00Z`) });
    case "budget":
      return t("notice_budget", { count: count ?? 0 });
    case "quota":
      return t("notice_quota", { count: count ?? 0 });
    case "retirement":
      return t("notice_retirement", { count: count ?? 0 });
    case "drift":
      return t("notice_drift", { day: new Date(`${day ?? ""}T12:00:00Z`) });
    case "release":
      return t("notice_release", { number: count ?? 0 });
    case "departure":
      return t("notice_departure", { day: new Date(`${day ?? ""}T12:00:00Z`) });
    case "retention":
      return t("notice_retention", { count: count ?? 0 });
    case "watch":
      return t("notice_watch", { count: count ?? 0, title: about });
    case "training":
      return t("notice_training");
    case "brief":
      return t("notice_brief", { day: new Date(`${day ?? ""}T12:00:00Z`) });
    case "action":
      return t("notice_action", { count: count ?? 0 });
    case "source":
      return t("notice_source", { count: count ?? 0, title: about });
    default:
      return t(`notice_${kind}`, { name, title: about });
  }
}
