"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

type Props = { slack: Outputs["slack"]["get"]; mayManage: boolean };

/** The connected Slack with its trouble, or how one is connected. */
export function SlackInstall({ slack: { isSetUp, install }, mayManage }: Props) {
  const t = useTranslations("slack");
  const format = useFormatter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onError = (error: unknown) => toast.failed(problemOf(error).message);
  const begin = useMutation(
    trpc.slack.install.mutationOptions({
      onSuccess: ({ url }) => window.location.assign(url),
      onError,
    }),
  );
  const end = useMutation(
    trpc.slack.disconnect.mutationOptions({
      onSuccess: ({ isRevoked }) => toast.done(t(isRevoked ? "disconnected" : "forgotten")),
      onError,
      onSettled: () => queryClient.invalidateQueries(trpc.slack.get.queryFilter()),
    }),
  );
  const connect = (
    <Button variant="primary" loading={begin.isPending} onClick={() => begin.mutate({})}>
      {t(install ? "again" : "connect")}
    </Button>
  );

  if (!install) {
    if (!isSetUp) return <p>{t("notSetUp")}</p>;
    return mayManage ? connect : <p>{t("askAdmin")}</p>;
  }
  return (
    <>
      <p>
        {t("connectedWith", { team: install.teamName })}{" "}
        <span className="text-n11 text-sm">
          {t("since", {
            name: install.installedByName ?? t("somebody"),
            day: format.dateTime(install.createdAt, { dateStyle: "medium" }),
          })}
        </span>
      </p>
      {install.trouble && (
        <p
          role="status"
          className="mt-3 rounded-md bg-attention-soft px-3 py-2 text-attention text-sm"
        >
          {t(`trouble_${install.trouble}`)}
        </p>
      )}
      {mayManage && (
        <div className="mt-4 flex flex-wrap gap-2">
          {install.trouble === "revoked" && isSetUp && connect}
          <Button
            loading={end.isPending}
            onClick={() => {
              if (window.confirm(t("disconnectSure"))) end.mutate({});
            }}
          >
            {t("disconnect")}
          </Button>
        </div>
      )}
    </>
  );
}
