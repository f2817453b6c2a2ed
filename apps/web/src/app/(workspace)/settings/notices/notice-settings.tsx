"use client";

import { noticeChannels, noticeTopics } from "@besunny/api/browser/vocabulary";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Panel } from "../panel";
import { MailSettings, type NoticeSettings } from "./mail-settings";

/** Returns a key that changes with the saved times, so that the form shows them. */
function mailKey({ isMailed, quiet, digestHour }: NoticeSettings): string {
  return JSON.stringify([isMailed, quiet, digestHour]);
}

/** Lets a person choose how they are notified of each topic, and when mails come. */
export function NoticesTab() {
  const t = useTranslations("notices");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const filter = trpc.notices.settings.queryFilter();
  const settings = useQuery(trpc.notices.settings.queryOptions({}));
  const change = useMutation(
    trpc.notices.changeSettings.mutationOptions({
      onSuccess: () => toast.done(t("saved")),
      onError: (error) => toast.failed(problemOf(error).message),
      onSettled: () => queryClient.invalidateQueries(filter),
    }),
  );

  if (settings.error) return <ProblemState error={settings.error} compact />;
  if (settings.isPending) return <Skeleton className="m-4 h-72 max-w-2xl" />;

  return (
    <>
      <Panel title={t("title")} hint={t("hint")}>
        <ul aria-label={t("title")}>
          {noticeTopics.map((topic) => (
            <li
              key={topic}
              className="flex min-h-11 flex-col gap-x-4 gap-y-1 border-n5 border-b py-2 sm:flex-row sm:items-center sm:justify-between sm:py-1.5"
            >
              <span>{t(`topic_${topic}`)}</span>
              <Select
                label={t("channelOf", { topic: t(`topic_${topic}`) })}
                className="w-44"
                value={settings.data.channels[topic]}
                options={noticeChannels.map((value) => ({ value, label: t(`channel_${value}`) }))}
                onChange={(value) => {
                  const channel = noticeChannels.find((known) => known === value);
                  if (channel) change.mutate({ channels: { [topic]: channel } });
                }}
              />
            </li>
          ))}
        </ul>
      </Panel>
      <MailSettings
        key={mailKey(settings.data)}
        settings={settings.data}
        isSaving={change.isPending}
        onSave={change.mutate}
      />
    </>
  );
}
