"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Avatar } from "@besunny/ui/display/avatar";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { CommentForm } from "./comment-form";
import { type Comment, type MentionedPerson, useCommentVerbs } from "./use-comment-verbs";

/** One comment with its author, and what its reader may do with it. */
export function CommentItem({
  comment,
  people,
}: {
  comment: Comment;
  people: readonly MentionedPerson[];
}) {
  const t = useTranslations("comments");
  const { change, remove } = useCommentVerbs();
  const [isEditing, setIsEditing] = useState(false);
  const { id, text, author, createdAt, editedAt, mayChange, mayDelete } = comment;
  const name = author?.name ?? t("somebody");

  return (
    <li className="flex gap-2.5">
      <Avatar name={name} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex min-h-8 items-center gap-2">
          <bdi className="truncate font-medium">{name}</bdi>
          <span className="flex-1 truncate text-n11 text-xs">
            <RelativeTime at={createdAt} />
            {editedAt && ` · ${t("edited")}`}
          </span>
          {mayChange && !isEditing && (
            <IconButton label={t("edit")} icon={<Pencil />} onClick={() => setIsEditing(true)} />
          )}
          {mayDelete && (
            <IconButton
              label={t("delete")}
              icon={<Trash2 />}
              onClick={() => remove.mutate({ id })}
            />
          )}
        </p>
        {isEditing ? (
          <CommentForm
            people={people}
            label={t("edit")}
            submit={t("save")}
            initial={text}
            onCancel={() => setIsEditing(false)}
            onSubmit={async (words) => {
              await change.mutateAsync({ id, ...words });
              setIsEditing(false);
            }}
          />
        ) : (
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {text}
          </p>
        )}
      </div>
    </li>
  );
}
