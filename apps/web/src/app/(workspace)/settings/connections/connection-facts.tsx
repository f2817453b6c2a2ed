"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTold } from "@besunny/web-kit/told/use-told";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { hasRight } from "~/sources/has-right";
import type { Connection } from "~/sources/source";

/** When an account was read last, and is next; its rights in words; how old its places are; and whether it tells of changes. */
export function ConnectionFacts({ connection }: { connection: Connection }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const { id, settings, consentedAt, lastOkAt, nextLookAt } = connection;
  const sources = useQuery(trpc.sources.list.queryOptions({ connectionId: id }));
  const places = (sources.data?.items ?? []).flatMap(({ cursorAt }) => cursorAt ?? []);
  const oldest = places.sort((one, other) => one.getTime() - other.getTime())[0];
  const rights = useRights(connection);

  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-4">
      <Fact name={t("lastOk")}>{lastOkAt ? <RelativeTime at={lastOkAt} /> : t("never")}</Fact>
      <Fact name={t("nextLook")}>{nextLookAt ? <RelativeTime at={nextLookAt} /> : t("never")}</Fact>
      <Fact name={t("consented")}>
        <RelativeTime at={consentedAt} />
      </Fact>
      {oldest && (
        <Fact name={t("cursor")}>
          <RelativeTime at={oldest} />
        </Fact>
      )}
      {settings.host && (
        <Fact name={t("server")}>
          {settings.host}:{settings.port}
        </Fact>
      )}
      <Fact name={t("push")}>
        <Push sources={sources.data?.items ?? []} />
      </Fact>
      {rights && (
        <Fact name={t("rights")} className="sm:col-span-2 lg:col-span-4">
          {rights.length === 0 ? (
            t("noRights")
          ) : (
            <ul>
              {rights.map((right) => (
                <li key={right}>{right}</li>
              ))}
            </ul>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Push({
  sources,
}: {
  sources: readonly { id: string; name: string; push: { expiresAt: Date } | null }[];
}) {
  const t = useTranslations("connections");
  const format = useFormatter();
  const told = sources.flatMap(({ id, name, push }) => (push ? [{ id, name, push }] : []));
  if (told.length === 0) return <>{t("pushNone")}</>;
  return (
    <ul>
      {told.map(({ id, name, push }) => (
        <li key={id}>
          {t("pushUntil", {
            name,
            until: format.dateTime(push.expiresAt, { dateStyle: "medium", timeStyle: "short" }),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Returns the given rights in words, each once; null for accounts that are opened by a password. */
function useRights({ provider, scopes }: Connection): string[] | null {
  const trpc = useTRPC();
  const tell = useTold();
  const { data } = useQuery(trpc.connections.providers.queryOptions({}));
  const choice = data?.items.find((each) => each.provider === provider);
  if (!choice || choice.by === "password") return null;
  const given = choice.kinds
    .flatMap(({ rights }) => rights)
    .filter(({ scope }) => hasRight(scopes, scope));
  return [...new Set(given.map(({ words }) => tell(words)))];
}

function Fact({
  name,
  children,
  className = "",
}: {
  name: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div className={`min-w-0 ${className}`}>
      <dt className="text-n11 text-xs">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
