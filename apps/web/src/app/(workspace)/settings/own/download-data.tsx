"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

import { Panel } from "../panel";
import { saveZip } from "./save-zip";

/** Downloads all that is kept of the person as one ZIP. */
export function DownloadData() {
  const t = useTranslations("own");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const download = useMutation({
    mutationFn: () =>
      queryClient.fetchQuery(trpc.identity.ownData.queryOptions(undefined, { gcTime: 0 })),
    onSuccess({ zip }) {
      saveZip(zip, `besunny-${new Date().toISOString().slice(0, 10)}.zip`);
      toast.done(t("downloaded"));
    },
  });

  return (
    <Panel title={t("download")} hint={t("downloadHint")}>
      <Button loading={download.isPending} onClick={() => download.mutate()}>
        <Download aria-hidden />
        {t("downloadButton")}
      </Button>
      {download.error && <FormProblem problem={problemOf(download.error)} />}
    </Panel>
  );
}
