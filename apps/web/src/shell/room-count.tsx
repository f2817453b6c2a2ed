"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Room } from "./navigation";

/** The number of things that wait in a room; nothing where none do. */
export function RoomCount({ room }: { room: Room["name"] }) {
  if (room === "review") return <ReviewCount />;
  return room === "actionItems" ? <OpenActionsCount /> : null;
}

function ReviewCount() {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.documents.toReviewCount.queryOptions({}));
  if (!data || data.count === 0) return null;

  return (
    <span className="ml-auto text-n11 text-xs tabular-nums">
      <span aria-hidden>{data.count}</span>
      <span className="sr-only">{t("toReview", { count: data.count })}</span>
    </span>
  );
}

function OpenActionsCount() {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.actions.count.queryOptions({}));
  if (!data || data.open === 0) return null;

  return (
    <span className="ml-auto text-n11 text-xs tabular-nums">
      <span aria-hidden>{data.open}</span>
      <span className="sr-only">{t("openActions", { count: data.open })}</span>
    </span>
  );
}
