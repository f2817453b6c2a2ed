"use client";

import { MiddleEllipsis } from "@besunny/ui/display/middle-ellipsis";
import { toast } from "@besunny/ui/feedback/toast";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { DocumentDetail } from "../document-detail";

/** The title; a click on it lets those who may give the document another one. */
export function EditableTitle({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [isEditing, setIsEditing] = useState(false);
  const rename = useMutation(
    trpc.documents.rename.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.documents.pathFilter());
        // The tab bears the name too.
        router.refresh();
      },
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const title = rename.isPending ? rename.variables.title : document.title;

  function finish(value: string) {
    setIsEditing(false);
    const wanted = value.trim();
    if (wanted && wanted !== document.title) rename.mutate({ id: document.id, title: wanted });
  }

  if (isEditing) {
    return (
      <Input
        aria-label={t("title")}
        defaultValue={document.title}
        maxLength={200}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onBlur={(event) => finish(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") finish(event.currentTarget.value);
          if (event.key === "Escape") setIsEditing(false);
        }}
        className="flex-1"
      />
    );
  }
  return (
    <h1 className="flex min-w-0 flex-1 items-center overflow-hidden px-1 font-semibold text-lg">
      {!document.mayChange ? (
        <MiddleEllipsis text={title} />
      ) : (
        <button
          type="button"
          aria-description={t("rename")}
          onClick={() => setIsEditing(true)}
          className="min-w-0 max-w-full rounded-sm px-1 text-start hover:bg-n4"
        >
          <MiddleEllipsis text={title} />
        </button>
      )}
    </h1>
  );
}
