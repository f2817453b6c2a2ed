"use client";

import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PageHeader } from "~/shell/page-header";

import { FlagRow } from "./flag-row";

/** The features that can be turned off: for everybody, for a workspace, or on for a share of people. */
export function Flags() {
  const t = useTranslations("flags");
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.flags.list.queryOptions({}));

  return (
    <>
      <PageHeader title={t("title")} />
      <p className="max-w-3xl px-4 pt-4 text-n11">{t("lead")}</p>
      <Loaded query={list} label={t("loading")}>
        {({ flags, workspaces }) => (
          <ul aria-label={t("title")} className="flex flex-col px-4 pb-8">
            {flags.map((flag) => (
              <FlagRow key={flag.key} flag={flag} workspaces={workspaces} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
