"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";

import type { EntityDetail } from "./entity-detail";
import { useSettled } from "./use-settled";

/** Asks which entity this one is the same as, and merges it into that one. */
export function MergeDialog({ entity, onClose }: { entity: EntityDetail; onClose: () => void }) {
  const t = useTranslations("entities");
  const trpc = useTRPC();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const q = useDeferredValue(typed.trim());
  const found = useQuery(
    trpc.entities.list.queryOptions(
      { kind: entity.kind, limit: 20, ...(q && { q }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const { onSuccess, onError } = useSettled();
  const merge = useMutation(
    trpc.entities.merge.mutationOptions({
      onError,
      async onSuccess({ id }) {
        await onSuccess();
        onClose();
        router.push(`/entities/${id}`);
      },
    }),
  );
  const others = (found.data?.items ?? []).filter(({ id }) => id !== entity.id);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("mergeTitle", { name: entity.name })}
      description={t("mergeHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            variant="primary"
            disabled={!chosen}
            loading={merge.isPending}
            onClick={() => chosen && merge.mutate({ id: entity.id, intoId: chosen.id })}
          >
            {t("merge")}
          </Button>
        </>
      }
    >
      <Input
        type="search"
        className="mt-1"
        autoFocus
        aria-label={t("find")}
        placeholder={t("find")}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <fieldset className="mt-3 flex flex-col">
        <legend className="sr-only">{t("mergeInto")}</legend>
        {others.map(({ id, name, documentCount }) => (
          <label
            key={id}
            className="-mx-2 flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 hover:bg-n4 has-[:checked]:bg-accent-soft"
          >
            <input
              type="radio"
              name="into"
              value={id}
              checked={chosen?.id === id}
              onChange={() => setChosen({ id, name })}
            />
            <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
            <span className="text-n11 text-xs tabular-nums">
              {t("documentCount", { count: documentCount })}
            </span>
          </label>
        ))}
        {found.data && others.length === 0 && <p className="text-n11">{t("noneFit")}</p>}
      </fieldset>
    </Dialog>
  );
}
