"use client";

import { can } from "@besunny/api/browser/policy";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { useShell } from "~/shell/shell-context";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";
import { useCommentVerbs } from "./use-comment-verbs";

const everyMs = 15_000;

/** The comments on a document, the oldest first, and the field for the next one. */
export function CommentsTab({ documentId }: { documentId: string }) {
  const t = useTranslations("comments");
  const trpc = useTRPC();
  const { role } = useShell();
  const { add } = useCommentVerbs();
  const comments = useQuery(
    trpc.comments.list.queryOptions({ documentId }, { refetchInterval: everyMs }),
  );

  if (comments.isPending) return <Skeleton className="m-4 h-24" />;
  if (comments.error) return <ProblemState error={comments.error} compact />;
  const { items, people } = comments.data;
  return (
    <div className="flex flex-col gap-4 p-4">
      {items.length === 0 && <p className="text-n11">{t("none")}</p>}
      <ul aria-label={t("title")} className="flex flex-col gap-4 empty:hidden">
        {items.map((comment) => (
          <CommentItem key={comment.id} comment={comment} people={people} />
        ))}
      </ul>
      {can(role, "comment.write") && (
        <CommentForm
          draftKey={documentId}
          people={people}
          label={t("write")}
          submit={t("send")}
          onSubmit={(words) => add.mutateAsync({ documentId, ...words })}
        />
      )}
    </div>
  );
}
