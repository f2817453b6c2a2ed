"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { NewAction } from "../actions/new-action";
import { ShortAction } from "../actions/short-action";
import { useToday } from "../actions/use-today";

const shown = 20;

/** The open actions of a project, those that are overdue first. */
export function ProjectActions({ id }: { id: string }) {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const today = useToday();
  const [isAdding, setIsAdding] = useState(false);
  const open = useQuery(
    trpc.actions.list.queryOptions(
      { projectId: id, states: ["open"], limit: shown, ...(today && { today }) },
      { enabled: today !== null },
    ),
  );
  const items = open.data?.items ?? [];

  return (
    <section aria-label={t("ofProject")} className="min-w-0 p-4">
      <header className="mb-2 flex items-center gap-2">
        <h2 className="flex-1 font-semibold text-lg">{t("ofProject")}</h2>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setIsAdding(true)}>
          {t("new")}
        </Button>
      </header>
      {open.data && items.length === 0 && <p className="text-n11">{t("none_all")}</p>}
      <ul>
        {items.map((action) => (
          <ShortAction key={action.id} action={action} />
        ))}
      </ul>
      <Link
        href={`/actions?tab=all&project=${id}`}
        className="mt-2 inline-block text-accent-strong text-sm hover:underline"
      >
        {t("seeAll")}
      </Link>
      <NewAction open={isAdding} onOpenChange={setIsAdding} projectId={id} />
    </section>
  );
}
