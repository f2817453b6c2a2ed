"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Lock, Users } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { PersonRow } from "./person-row";

/** The addresses that documents of a source are shared with, and whose they are. Admins confirm them, one by one. */
export function PeopleScreen({ id, isAllowed }: { id: string; isAllowed: boolean }) {
  const t = useTranslations("sourcePeople");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const found = useQuery(trpc.sources.get.queryOptions({ id }));
  const source = found.data?.source;

  return (
    <>
      <PageHeader
        title={t("title")}
        trail={[
          { href: "/sources", name: ts("title") },
          ...(source ? [{ href: `/sources/${id}`, name: source.name }] : []),
        ]}
      />
      {!isAllowed && <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />}
      {isAllowed && found.error && !source && <ProblemState error={found.error} />}
      {isAllowed && source && <People connectionId={source.connectionId} />}
    </>
  );
}

function People({ connectionId }: { connectionId: string }) {
  const t = useTranslations("sourcePeople");
  const trpc = useTRPC();
  const people = useQuery(trpc.sources.people.queryOptions({ connectionId }));

  return (
    <section className="max-w-4xl px-4 py-6">
      <p className="text-n11">{t("lead")}</p>
      {people.isPending && (
        <div role="status" aria-label={t("loading")}>
          <Skeleton className="mt-4 h-32" />
        </div>
      )}
      {people.error && !people.data && (
        <ProblemState error={people.error} onRetry={() => void people.refetch()} />
      )}
      {people.data?.items.length === 0 && (
        <EmptyState icon={<Users aria-hidden />} title={t("empty")} />
      )}
      {people.data && people.data.items.length > 0 && (
        <ul aria-label={t("title")} className="mt-3">
          {people.data.items.map((person) => (
            <PersonRow key={person.address} connectionId={connectionId} person={person} />
          ))}
        </ul>
      )}
    </section>
  );
}
