"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Panel } from "../panel";
import type { ListedType } from "./listed-type";
import { ProposedTypes } from "./proposed-types";
import { RemoveTypeDialog } from "./remove-type-dialog";
import { TypeDialog } from "./type-dialog";
import { TypeRow } from "./type-row";

type Open = { what: "add" } | { what: "edit" | "remove"; type: ListedType } | null;

/** The types of documents: those of the workspace's own first, then the standard ones, which can be hidden. */
export function DocumentTypes() {
  const t = useTranslations("types");
  const trpc = useTRPC();
  const types = useQuery(trpc.taxonomy.listAll.queryOptions({}));
  const [open, setOpen] = useState<Open>(null);
  const all = types.data?.items ?? [];
  const close = () => setOpen(null);
  const listOf = (isOwn: boolean) => (
    <ul aria-label={t(isOwn ? "own" : "standard")}>
      {all
        .filter((type) => type.isOwn === isOwn)
        .map((type) => (
          <TypeRow
            key={type.name}
            type={type}
            onEdit={() => setOpen({ what: "edit", type })}
            onRemove={() => setOpen({ what: "remove", type })}
          />
        ))}
    </ul>
  );

  return (
    <>
      <Panel title={t("own")} hint={t("ownHint")}>
        {types.isPending && <Skeleton className="h-24 w-full" />}
        {types.error && <ProblemState error={types.error} compact />}
        {listOf(true)}
        <Button
          variant="primary"
          className="mt-4"
          icon={<Plus aria-hidden />}
          onClick={() => setOpen({ what: "add" })}
        >
          {t("add")}
        </Button>
      </Panel>
      <Panel title={t("standard")} hint={t("standardHint")}>
        {types.isPending && <Skeleton className="h-96 w-full" />}
        {listOf(false)}
      </Panel>
      <ProposedTypes />
      {open?.what === "add" && <TypeDialog onClose={close} />}
      {open?.what === "edit" && <TypeDialog type={open.type} onClose={close} />}
      {open?.what === "remove" && <RemoveTypeDialog type={open.type} onClose={close} />}
    </>
  );
}
