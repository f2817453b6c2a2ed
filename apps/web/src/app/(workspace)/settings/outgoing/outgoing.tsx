"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { PageHeader } from "~/shell/page-header";
import { Panel } from "../panel";
import { KindActions } from "./kind-actions";
import { NeverSent } from "./never-sent";
import { PasteText } from "./paste-text";
import type { Chosen, Policy } from "./policy";
import { Residency } from "./residency";
import { Servers } from "./servers";

/** The rules for texts that leave to hosted models, and a place to try them. */
export function Outgoing({ mayChange }: { mayChange: boolean }) {
  const t = useTranslations("outgoing");
  const trpc = useTRPC();
  const client = useQueryClient();
  const saved = useQuery(trpc.redaction.policy.queryOptions());
  const [changed, setChanged] = useState<Partial<Policy>>({});
  const save = useMutation(
    trpc.redaction.changePolicy.mutationOptions({
      onSuccess(policy) {
        client.setQueryData(trpc.redaction.policy.queryKey(), policy);
        setChanged({});
        toast.done(t("saved"));
      },
    }),
  );
  if (!saved.data)
    return (
      <>
        <PageHeader title={t("title")} />
        {saved.error && <FormProblem problem={problemOf(saved.error)} />}
      </>
    );

  const policy = { ...rulesOf(saved.data), ...changed };
  const isChanged = Object.keys(changed).length > 0;
  const chosen: Chosen = {
    policy,
    mayChange,
    onChange: (part) => setChanged((before) => ({ ...before, ...part })),
  };
  return (
    <>
      <PageHeader title={t("title")} />
      <Panel title={t("kinds")} hint={t("hint")}>
        <KindActions
          actions={policy.actions}
          mayChange={mayChange}
          onChange={(kind, action) =>
            chosen.onChange({ actions: { ...policy.actions, [kind]: action } })
          }
        />
      </Panel>
      <Panel title={t("strict")} hint={t("strictHint")}>
        <div className="flex min-h-8 items-center gap-2">
          <Checkbox
            label={t("isStrict")}
            checked={policy.isStrict}
            disabled={!mayChange}
            onCheckedChange={(checked) => chosen.onChange({ isStrict: checked === true })}
          />
          <span aria-hidden>{t("isStrict")}</span>
        </div>
      </Panel>
      <Panel title={t("never")} hint={t("neverHint")}>
        <NeverSent {...chosen} />
      </Panel>
      <Panel title={t("servers")} hint={t("serversHint")}>
        <Servers {...chosen} />
      </Panel>
      <Residency mayChange={mayChange} />
      {mayChange && (
        <div className="sticky bottom-0 z-10 border-n5 border-t bg-n1 px-4 py-3">
          {save.error && <FormProblem problem={problemOf(save.error)} />}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="primary"
              loading={save.isPending}
              disabled={!isChanged}
              onClick={() => save.mutate(policy)}
            >
              {t("save")}
            </Button>
            {isChanged && <Button onClick={() => setChanged({})}>{t("discard")}</Button>}
            <span className="text-n11 text-sm">
              {t("version", {
                version: saved.data.version,
                checksum: saved.data.checksum.slice(0, 12),
              })}
            </span>
          </div>
        </div>
      )}
      <Panel title={t("see")} hint={t(isChanged ? "pasteUnsaved" : "pasteHint")}>
        <PasteText policy={policy} />
      </Panel>
    </>
  );
}

function rulesOf({ isStrict, actions, servers, neverTypes, neverProjectIds }: Policy): Policy {
  return { isStrict, actions, servers, neverTypes, neverProjectIds };
}
