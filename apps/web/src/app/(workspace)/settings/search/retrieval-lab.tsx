"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { Panel } from "../panel";
import { type LabSettings, LabSettingsFields } from "./lab-settings";
import { ReplayedSearches } from "./replayed-searches";

const MOST = 50;

/** Replays searches with other settings beside the present ones. Changes nothing. */
export function RetrievalLab() {
  const t = useTranslations("searchQuality");
  const trpc = useTRPC();
  const searchesId = useId();
  const [text, setText] = useState("");
  const [settings, setSettings] = useState<LabSettings>({ meaning: 0.5, legs: "both", floor: 0 });
  const recent = useQuery(trpc.analytics.replayable.queryOptions({}));
  const replay = useMutation(trpc.analytics.replay.mutationOptions());
  const opened = new Map(recent.data?.items.map(({ words, documentId }) => [words, documentId]));
  const searches = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST)
    .map((words) => ({ words, documentId: opened.get(words) }));

  return (
    <Panel title={t("labTitle")} hint={t("labHint")}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          replay.mutate({ searches, settings });
        }}
      >
        <label htmlFor={searchesId} className="font-medium text-sm">
          {t("searches")}
        </label>
        <textarea
          id={searchesId}
          dir="auto"
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="rounded-md border border-n7 bg-n1 px-2.5 py-2"
        />
        <div>
          <Button
            size="sm"
            disabled={!recent.data?.items.length}
            onClick={() => setText(recent.data?.items.map(({ words }) => words).join("\n") ?? "")}
          >
            {t("useRecent")}
          </Button>
          {recent.data?.items.length === 0 && (
            <span className="ml-2 text-n11 text-sm">{t("noRecent")}</span>
          )}
        </div>
        <LabSettingsFields settings={settings} onChange={setSettings} />
        <div>
          <Button
            type="submit"
            variant="primary"
            disabled={searches.length === 0}
            loading={replay.isPending}
          >
            {t("replay", { count: searches.length })}
          </Button>
        </div>
      </form>
      {replay.error && <FormProblem problem={problemOf(replay.error)} />}
      {replay.data && <ReplayedSearches replayed={replay.data} />}
    </Panel>
  );
}
