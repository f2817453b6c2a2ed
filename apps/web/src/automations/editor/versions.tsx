"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useLanguage } from "~/i18n/use-language";

import { Differences } from "./publish-dialog";
import type { Saving } from "./use-save";

type Detail = Outputs["automations"]["get"];
type Version = Outputs["automations"]["versions"]["items"][number];

/** The versions that were published, newest first. An earlier version can become the draft again. */
export function Versions({
  detail,
  saving,
  isReadOnly,
}: {
  detail: Detail;
  saving: Saving;
  isReadOnly: boolean;
}) {
  const t = useTranslations("automations");
  const trpc = useTRPC();
  const language = useLanguage();
  const versions = useQuery(trpc.automations.versions.queryOptions({ id: detail.id, language }));
  const rollBack = useMutation(
    trpc.automations.rollBack.mutationOptions({
      async onSuccess(next, { version }) {
        await saving.takeTheirs(next);
        toast.done(t("rolledBack", { version }));
      },
      onError(error) {
        const { message, hint } = problemOf(error);
        toast.failed(message, hint ?? undefined);
      },
    }),
  );

  return (
    <Loaded query={versions} label={t("loading")}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="py-8 text-center text-n11">{t("noVersions")}</p>
        ) : (
          <ol aria-label={t("tab_versions")} className="flex flex-col gap-3">
            {items.map((version) => (
              <VersionCard
                key={version.number}
                version={version}
                id={detail.id}
                {...(!isReadOnly && {
                  onTake: () =>
                    rollBack.mutate({
                      id: detail.id,
                      revision: saving.revision ?? detail.revision,
                      version: version.number,
                      language,
                    }),
                })}
              />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

function VersionCard({
  version,
  id,
  onTake,
}: {
  version: Version;
  id: string;
  onTake?: () => void;
}) {
  const t = useTranslations("automations");
  const [isCompared, setCompared] = useState(false);
  const { number, sentence, note, madeBy, madeAt, isPublished } = version;

  return (
    <li className="rounded-lg border border-n6 bg-raised p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{t("version", { number })}</h3>
        {isPublished && <Badge tone="good">{t("onNow")}</Badge>}
        <span className="text-n11 text-sm">
          {madeBy && <bdi>{madeBy.name}</bdi>} <RelativeTime at={madeAt} />
        </span>
      </div>
      <p className="mt-2">{sentence}</p>
      {note && <p className="mt-1 text-n11">“{note}”</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" aria-expanded={isCompared} onClick={() => setCompared(!isCompared)}>
          {t("compareWithDraft")}
        </Button>
        {onTake && (
          <Button size="sm" onClick={onTake}>
            {t("takeAsDraft")}
          </Button>
        )}
      </div>
      {isCompared && (
        <div className="mt-3">
          <Differences id={id} from={number} />
        </div>
      )}
    </li>
  );
}
