"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { FactGrid } from "~/shell/fact-grid";

import { useToldKeys } from "./use-told-keys";

/** The main key, what it wraps, and how far the files of each workspace are encrypted. */
export function KeysOfFiles() {
  const t = useTranslations("encryption");
  const format = useFormatter();
  const trpc = useTRPC();
  const state = useQuery(trpc.admin.encryption.get.queryOptions({}));
  const pages = useInfiniteQuery(
    trpc.admin.encryption.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const told = useToldKeys();
  const rewrap = useMutation(trpc.admin.encryption.rewrap.mutationOptions(told));
  const replace = useMutation(trpc.admin.encryption.replaceMainKey.mutationOptions(told));
  const owners = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  return (
    <Loaded query={state} label={t("loading")}>
      {({ mainKey, wrapped, pending }) => (
        <div className="flex max-w-3xl flex-col gap-6">
          <FactGrid
            label={t("mainKey")}
            facts={[
              [t("place"), t(`place_${mainKey.place}`)],
              [t("mainKey"), <code key="id">{mainKey.id}</code>],
              [t("pending"), format.number(pending)],
              ...wrapped.map(({ kekId, count }): [string, string] => [
                kekId === mainKey.id ? t("wrapped") : t("wrappedBefore", { id: kekId }),
                format.number(count),
              ]),
            ]}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="secondary"
              loading={rewrap.isPending}
              onClick={() => rewrap.mutate({})}
            >
              {t("rewrap")}
            </Button>
            {mainKey.place === "file" && (
              <Button
                variant="secondary"
                loading={replace.isPending}
                onClick={() => replace.mutate({})}
              >
                {t("replace")}
              </Button>
            )}
          </div>
          <p className="text-n11">{t(`hint_${mainKey.place}`)}</p>
          <Table label={t("workspaces")}>
            <thead>
              <tr>
                <TableHead>{t("workspace")}</TableHead>
                <TableHead>{t("version")}</TableHead>
                <TableHead>{t("files")}</TableHead>
              </tr>
            </thead>
            <tbody>
              {owners.map(({ workspaceId, name, versions, files }) => {
                const newest = versions.at(-1);
                return (
                  <TableRow key={workspaceId}>
                    <TableCell>{name ?? ownName(workspaceId, t)}</TableCell>
                    <TableCell>
                      {newest && `${newest.version}, ${t(`state_${newest.state}`)}`}
                    </TableCell>
                    <TableCell>
                      {files &&
                        t(files.endedAt ? "filesDone" : "filesUnderWay", {
                          files: files.files,
                          failed: files.failed,
                        })}
                    </TableCell>
                  </TableRow>
                );
              })}
            </tbody>
          </Table>
          {pages.hasNextPage && (
            <Button
              variant="secondary"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t("more")}
            </Button>
          )}
        </div>
      )}
    </Loaded>
  );
}

function ownName(id: string, t: ReturnType<typeof useTranslations<"encryption">>): string {
  if (id === "secrets") return t("owner_secrets");
  return id === "platform" ? t("owner_platform") : id;
}
