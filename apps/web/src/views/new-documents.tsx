"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { DocumentIcon } from "~/documents/document-icon";

import { useViewVerbs } from "./use-view-verbs";
import type { View } from "./view";

/** The documents that became ready since somebody looked at a view that alerts them. */
export function NewDocuments({ view: { id, newCount } }: { view: View }) {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const verbs = useViewVerbs();
  const found = useQuery(trpc.views.newDocuments.queryOptions({ id, limit: 5 })).data;

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-1 text-sm">
      <strong className="font-medium text-accent-strong" role="status">
        {t("newCount", { count: newCount ?? 0 })}
      </strong>
      <ul className="flex min-w-0 flex-wrap gap-x-4 gap-y-1">
        {found?.items.map((document) => (
          <li key={document.id} className="flex min-w-0 items-center gap-1.5">
            <DocumentIcon format={document.format} />
            <Link
              href={`/documents/${document.id}`}
              className="max-w-56 truncate underline underline-offset-2"
            >
              <bdi>{document.title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        variant="ghost"
        icon={<Check aria-hidden />}
        onClick={() => void verbs.setHabits({ id, isSeen: true })}
      >
        {t("markSeen")}
      </Button>
    </div>
  );
}
