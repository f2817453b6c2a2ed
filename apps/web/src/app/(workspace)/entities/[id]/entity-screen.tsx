"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PageHeader } from "~/shell/page-header";

import { EntityIcon } from "../entity-icon";
import { EntityDocuments } from "./entity-documents";
import { MergeDialog } from "./merge-dialog";
import { MergedEntities } from "./merged-entities";

/** A person, organisation or place: the forms of its name, the documents that name it, and who else is in them. */
export function EntityScreen({ id }: { id: string }) {
  const t = useTranslations("entities");
  const trpc = useTRPC();
  const entity = useQuery(trpc.entities.get.queryOptions({ id }));
  const [isMerging, setIsMerging] = useState(false);

  if (entity.isPending) {
    return (
      <>
        <PageHeader title={t("entity")} />
        <div role="status" aria-label={t("loadingOne")} className="p-4">
          <Skeleton className="h-40 w-full" />
        </div>
      </>
    );
  }
  if (entity.error) {
    return (
      <>
        <PageHeader title={t("entity")} />
        <ProblemState error={entity.error} onRetry={() => void entity.refetch()} />
      </>
    );
  }

  const { data } = entity;
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-2">
            <EntityIcon kind={data.kind} />
            <bdi className="truncate">{data.name}</bdi>
          </span>
        }
        actions={
          data.mayChange && (
            <Button icon={<Merge aria-hidden />} onClick={() => setIsMerging(true)}>
              {t("merge")}
            </Button>
          )
        }
      />
      <p className="px-4 pt-3 text-n11 tabular-nums">
        {t(`kindOf_${data.kind}`)} · {t("documentCount", { count: data.documentCount })} ·{" "}
        {t("mentionCount", { count: data.mentionCount })}
      </p>
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <EntityDocuments id={id} />
        <div className="flex flex-col gap-6 p-4">
          <Part title={t("aliases")}>
            <span className="flex flex-wrap gap-1.5">
              {data.aliases.map(({ name }) => (
                <Badge key={name}>
                  <bdi>{name}</bdi>
                </Badge>
              ))}
            </span>
          </Part>
          {data.merged.length > 0 && (
            <Part title={t("merged")}>
              <MergedEntities entity={data} />
            </Part>
          )}
          {data.related.length > 0 && (
            <Part title={t("related")}>
              <ul>
                {data.related.map((other) => (
                  <li key={other.id}>
                    <Link
                      href={`/entities/${other.id}`}
                      className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-n4"
                    >
                      <EntityIcon kind={other.kind} />
                      <bdi className="min-w-0 flex-1 truncate">{other.name}</bdi>
                      <span className="text-n11 text-xs tabular-nums">{other.documentCount}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      </div>
      {isMerging && <MergeDialog entity={data} onClose={() => setIsMerging(false)} />}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 font-medium text-n11 text-xs">{title}</h2>
      {children}
    </section>
  );
}
