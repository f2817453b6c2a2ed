"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Avatar } from "@besunny/ui/display/avatar";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Globe, Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { Section } from "../section";

type Reason = Outputs["documents"]["access"]["people"][number]["reasons"][number];

/** Lists the people who see a document, with the reasons. */
export function AccessTab({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const access = useQuery(trpc.documents.access.queryOptions({ id }));

  if (access.isPending) return <Skeleton className="m-4 h-40" />;
  if (access.error) return <ProblemState error={access.error} compact />;
  const { isOpen, people } = access.data;
  const Icon = isOpen ? Globe : Lock;

  return (
    <div className="flex flex-col gap-6 p-4">
      <p className="flex items-start gap-2.5">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-n11" />
        {t(isOpen ? "accessOpen" : "accessClosed")}
      </p>
      <Section title={t("accessPeople")} count={people.length}>
        <ul className="flex flex-col gap-2">
          {people.map((person) => (
            <li key={person.id} className="flex items-start gap-2.5">
              <Avatar name={person.name} />
              <span className="min-w-0">
                <bdi className="block truncate">{person.name}</bdi>
                <span className="block text-n11 text-xs">
                  <Reasons reasons={person.reasons} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("viewer");
  return reasons
    .map(({ kind, project, group }) => {
      const name = project?.name ?? group?.name;
      if (kind === "project" && name) return t("access_projectNamed", { name });
      return kind === "group" ? t("access_group", { name: name ?? "" }) : t(`access_${kind}`);
    })
    .join(" · ");
}
