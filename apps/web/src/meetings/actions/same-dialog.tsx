"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Action } from "../meeting";
import { OwnerAndDue } from "./owner-and-due";
import { useActionVerbs } from "./use-action-verbs";

/** Offers the actions of other meetings that say the same, and keeps one of the two. */
export function SameDialog({ action, onClose }: { action: Action; onClose: () => void }) {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const { markSame } = useActionVerbs();
  const like = useQuery(trpc.actions.likelySame.queryOptions({ id: action.id }));

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("sameTitle")}
      description={<q>{action.text}</q>}
      closeLabel={t("close")}
    >
      {like.isPending && <Skeleton className="h-16 w-full" />}
      {like.error && <ProblemState error={like.error} compact />}
      {like.data?.items.length === 0 && <p className="text-n11">{t("sameNone")}</p>}
      <ul aria-label={t("sameTitle")}>
        {like.data?.items.map((other) => (
          <li
            key={other.id}
            className="flex items-start gap-3 border-n5 border-b py-2 last:border-0"
          >
            <div className="min-w-0 flex-1">
              <p dir="auto">{other.text}</p>
              <p className="text-n11 text-sm">
                <OwnerAndDue action={other} />
                {other.meeting && (
                  <>
                    {" · "}
                    <bdi>{other.meeting.title}</bdi>
                  </>
                )}
              </p>
            </div>
            <Button
              size="sm"
              aria-label={t("sameNamed", { text: other.text })}
              onClick={() => markSame(action, other.id, onClose)}
            >
              {t("same")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
