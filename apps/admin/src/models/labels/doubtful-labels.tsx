"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { IssueTable } from "../data-quality/issue-table";
import { labelParsers } from "./place";

/** Labels that contradict each other on nearly the same text, and labels that a model taught by the others would not give. */
export function DoubtfulLabels() {
  const t = useTranslations("labels");
  const trpc = useTRPC();
  const [{ workspace: workspaceId }] = useQueryStates(labelParsers);
  const of = (kind: "label_contradiction" | "label_wrong") =>
    trpc.admin.quality.issues.queryOptions({ workspaceId, kind });
  const contradictions = useQuery(of("label_contradiction"));
  const wrong = useQuery(of("label_wrong"));

  return (
    <>
      {(
        [
          ["contradictions", contradictions],
          ["wrong", wrong],
        ] as const
      ).map(([name, { data }]) => (
        <section key={name} aria-label={t(name)}>
          <h2 className="font-semibold">{t(name)}</h2>
          <p className="text-n11 text-xs">{t(`${name}Definition`)}</p>
          {data?.items.length === 0 && <p className="py-4 text-n11">{t(`${name}None`)}</p>}
          {data && data.items.length > 0 && <IssueTable issues={data.items} label={t(name)} />}
        </section>
      ))}
    </>
  );
}
