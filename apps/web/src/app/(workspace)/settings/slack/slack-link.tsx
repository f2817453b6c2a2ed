"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";

/** Links the reader with a person of Slack, or ends that. */
export function SlackLink({ mine }: { mine: Outputs["slack"]["get"]["mine"] }) {
  const t = useTranslations("slack");
  const language = useLocale() === "de" ? "de" : "en";
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [slackUser, setSlackUser] = useState("");
  const settled = {
    onError: (error: unknown) => toast.failed(problemOf(error).message),
    onSettled: () => queryClient.invalidateQueries(trpc.slack.get.queryFilter()),
  };
  const link = useMutation(trpc.slack.link.mutationOptions(settled));
  const unlink = useMutation(trpc.slack.unlink.mutationOptions(settled));

  return (
    <div className="flex flex-col items-start gap-4">
      {mine && (
        <p role="status">
          {t(mine.isProven ? "linked" : "confirm", { slackUser: mine.slackUser })}
        </p>
      )}
      {!mine?.isProven && (
        <form
          className="flex w-full max-w-sm flex-col items-start gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            link.mutate({ slackUser: slackUser.trim() || null, language });
          }}
        >
          <Field label={t("memberId")} hint={t("memberIdHint")}>
            {(control) => (
              <Input
                {...control}
                value={slackUser}
                placeholder="U012AB3CD"
                onChange={(event) => setSlackUser(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" loading={link.isPending}>
            {t(mine ? "linkAgain" : "link")}
          </Button>
        </form>
      )}
      {mine && (
        <Button loading={unlink.isPending} onClick={() => unlink.mutate({})}>
          {t("unlink")}
        </Button>
      )}
    </div>
  );
}
