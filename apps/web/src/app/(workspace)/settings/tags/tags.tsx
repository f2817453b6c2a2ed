"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useShell } from "~/shell/shell-context";
import { useTagVerbs } from "~/tags/use-tag-verbs";

import { Panel } from "../panel";
import { type ListedTag, TagRow } from "./tag-row";

/** The tags of the workspace. Owners and admins rename, merge and remove them. */
export function Tags() {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const { role } = useShell();
  const verbs = useTagVerbs();
  const [removed, setRemoved] = useState<ListedTag | null>(null);
  const tags = useQuery(trpc.tags.list.queryOptions({}));
  const items = tags.data?.items ?? [];

  if (tags.error) return <ProblemState error={tags.error} onRetry={() => void tags.refetch()} />;
  if (tags.data && items.length === 0)
    return (
      <EmptyState icon={<Tag aria-hidden />} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  return (
    <Panel title={t("title")}>
      <ul aria-label={t("title")}>
        {items.map((tag) => (
          <TagRow
            key={tag.id}
            tag={tag}
            others={items.filter(({ id }) => id !== tag.id)}
            mayManage={can(role, "tag.manage")}
            onRemove={() => setRemoved(tag)}
          />
        ))}
      </ul>
      <Dialog
        open={removed !== null}
        onOpenChange={(isOpen) => !isOpen && setRemoved(null)}
        title={t("removeTitle", { name: removed?.name ?? "" })}
        description={t("removeHint", { count: removed?.documentCount ?? 0 })}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => setRemoved(null)}>{t("cancel")}</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (removed) void verbs.remove(removed.id).catch(() => undefined);
                setRemoved(null);
              }}
            >
              {t("remove")}
            </Button>
          </>
        }
      />
    </Panel>
  );
}
