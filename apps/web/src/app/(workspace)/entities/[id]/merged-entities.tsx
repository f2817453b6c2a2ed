"use client";

import { IconButton } from "@besunny/ui/buttons/icon-button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { Split } from "lucide-react";
import { useTranslations } from "next-intl";

import type { EntityDetail } from "./entity-detail";
import { useSettled } from "./use-settled";

/** The entities that people merged into this one, each with a way to split it off again. */
export function MergedEntities({ entity }: { entity: EntityDetail }) {
  const t = useTranslations("entities");
  const trpc = useTRPC();
  const split = useMutation(trpc.entities.split.mutationOptions(useSettled()));

  return (
    <ul>
      {entity.merged.map(({ id, name }) => (
        <li key={id} className="flex min-h-8 items-center gap-2">
          <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
          {entity.mayChange && (
            <IconButton
              label={t("split", { name })}
              icon={<Split />}
              disabled={split.isPending}
              onClick={() => split.mutate({ id })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
