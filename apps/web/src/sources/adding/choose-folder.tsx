"use client";

import type { SourceKind, SourceVisibility } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Connection } from "../source";
import type { ChosenRoot, Rules } from "./choice";
import { DryRun } from "./dry-run";
import { FolderTree } from "./folder-tree";
import { RulesForm } from "./rules-form";
import { WhoSees } from "./who-sees";

export type Chosen = {
  root: ChosenRoot | null;
  rules: Rules | null;
  seen: SourceVisibility | null;
  projects: string[] | null;
};

/** From the folder to the start: rules, who sees what comes, and what would come. */
export function ChooseFolder({
  kind,
  connection,
  choice,
  onChoose,
}: {
  kind: SourceKind;
  connection: Connection;
  choice: Chosen;
  onChoose: (next: Partial<Chosen>) => void;
}) {
  const t = useTranslations("addSource");
  const { root, projects } = choice;
  const rules = choice.rules ?? {};
  const seen = choice.seen ?? (connection.kind === "organisation" ? "source" : "owner");
  const start = useStart();

  return (
    <div className="mx-auto grid max-w-5xl gap-x-10 gap-y-8 px-4 py-6 lg:grid-cols-2">
      <Part title={t("folders")} hint={t("foldersHint")}>
        <FolderTree
          connectionId={connection.id}
          kind={kind}
          chosen={root}
          onChoose={({ ref, name, path }) => onChoose({ root: { ref, name, path } })}
        />
      </Part>
      <div className="flex min-w-0 flex-col gap-8">
        {root === null ? (
          <p className="text-n11 lg:pt-8">{t("chooseFirst")}</p>
        ) : (
          <>
            <DryRun connection={connection} kind={kind} root={root} rules={rules} />
            <RulesForm kind={kind} rules={rules} onChange={(next) => onChoose({ rules: next })} />
            <WhoSees
              kind={kind}
              seen={seen}
              projectIds={projects ?? []}
              onChange={(next) => onChoose(next)}
            />
            <Button
              size="lg"
              variant="primary"
              className="self-start"
              loading={start.isStarting}
              onClick={() =>
                start.start({
                  connectionId: connection.id,
                  kind,
                  root: root.ref,
                  name: root.name,
                  path: root.path,
                  rules,
                  visibility: seen,
                  projectIds: seen === "filed" ? (projects ?? []) : [],
                })
              }
            >
              {t("start")}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function useStart() {
  const t = useTranslations("addSource");
  const trpc = useTRPC();
  const router = useRouter();
  const changed = useToldChange(trpc.sources.pathKey());
  const add = useMutation(trpc.sources.add.mutationOptions());
  return {
    isStarting: add.isPending || add.isSuccess,
    start: (given: Parameters<typeof add.mutate>[0]) => {
      const { onSuccess, ...rest } = changed(t("started", { name: given.name }));
      add.mutate(given, {
        ...rest,
        onSuccess: ({ id }) => {
          onSuccess();
          router.push(`/sources/${id}`);
        },
      });
    },
  };
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="font-semibold text-lg">{title}</h2>
      <p className="mt-0.5 mb-3 text-n11">{hint}</p>
      {children}
    </section>
  );
}
