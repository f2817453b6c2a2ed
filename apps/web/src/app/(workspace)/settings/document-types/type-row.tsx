"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Badge } from "@besunny/ui/display/badge";
import { toast } from "@besunny/ui/feedback/toast";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { Eye, EyeOff, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import { toggled } from "~/queries/edit-query";
import type { ListedType } from "./listed-type";
import { useTypesChanged } from "./use-types-changed";

/** One type: its definition, where it is used, and what can be done with it. */
export function TypeRow({
  type: { name, definition, isOwn, isHidden, isOnlySuggested, documentCount, labelCount },
  onEdit,
  onRemove,
}: {
  type: ListedType;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("types");
  const tl = useTranslations("learning");
  const { typeName } = useNames();
  const shown = typeName(name);
  const trpc = useTRPC();
  const onSuccess = useTypesChanged();
  const change = useMutation(
    trpc.taxonomy.change.mutationOptions({
      onSuccess,
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );

  return (
    <li className="flex items-start gap-2 border-n5 border-b py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="min-w-0 break-words font-medium first-letter:uppercase">{shown}</bdi>
          {isHidden && <Badge>{t("hidden")}</Badge>}
          {isOnlySuggested && <Badge tone="attention">{tl("onlySuggestedBadge")}</Badge>}
        </p>
        <p className="line-clamp-2 text-n11 text-sm">{definition}</p>
        <p className="mt-0.5 text-n11 text-xs tabular-nums">
          {documentCount === 0 ? (
            t("unused")
          ) : (
            <Link
              href={`/library?q=${encodeURIComponent(toggled("", "type", name))}`}
              className="underline underline-offset-2"
            >
              {t("documentCount", { count: documentCount })}
            </Link>
          )}
          {labelCount > 0 && ` · ${t("labelCount", { count: labelCount })}`}
        </p>
      </div>
      <IconButton
        label={isOwn ? t("editType", { name }) : tl("editWords", { name: shown })}
        icon={<Pencil />}
        onClick={onEdit}
      />
      {isOwn && (
        <IconButton label={t("removeType", { name })} icon={<Trash2 />} onClick={onRemove} />
      )}
      <IconButton
        label={t(isHidden ? "showType" : "hideType", { name: shown })}
        icon={isHidden ? <Eye /> : <EyeOff />}
        disabled={change.isPending}
        onClick={() => change.mutate({ name, isHidden: !isHidden })}
      />
    </li>
  );
}
