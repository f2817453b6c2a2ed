"use client";

import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";

import {
  type Chosen,
  type Connection,
  type ConnectorData,
  fitting,
  isHeldBack,
  type Source,
} from "./connector";

const tones: Record<Connection["state"], BadgeTone> = {
  ok: "good",
  limited: "attention",
  throttled: "attention",
  reconnect: "bad",
  revoked: "neutral",
  down: "attention",
};
const sourceTones: Record<Source["state"], BadgeTone> = {
  listing: "info",
  live: "good",
  paused: "neutral",
  stopped: "bad",
  asking: "attention",
};

/** Each connection, and its sources below it. */
export function ConnectionTable({ data, chosen }: { data: ConnectorData; chosen: Chosen }) {
  const t = useTranslations("connectors");
  const { hours } = data;

  return (
    <Table label={t("connections")}>
      <thead>
        <tr>
          <TableHead>{t("workspace")}</TableHead>
          <TableHead>{t("provider")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead numeric>{t("coverage")}</TableHead>
          <TableHead numeric>{t("failed")}</TableHead>
          <TableHead numeric>{t("requests", { hours })}</TableHead>
          <TableHead numeric>{t("throttled", { hours })}</TableHead>
          <TableHead>{t("push")}</TableHead>
          <TableHead>{t("lastLook")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {fitting(data.connections, chosen).map((connection) => (
          <Fragment key={connection.id}>
            <ConnectionRow connection={connection} now={data.asOf} />
            {connection.sources.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

function ConnectionRow({ connection, now }: { connection: Connection; now: Date }) {
  const t = useTranslations("connectors");
  const { workspaceId, workspaceName, provider, kind, isPractice, state, lastOkAt } = connection;

  return (
    <TableRow>
      <TableCell>
        <Link href={`/workspaces/${workspaceId}`} className="underline underline-offset-2">
          <bdi>{workspaceName}</bdi>
        </Link>
      </TableCell>
      <TableCell>
        {t(`provider_${provider}`)} <span className="text-n11">{t(`kind_${kind}`)}</span>{" "}
        {isPractice && <Badge>{t("practice")}</Badge>}
      </TableCell>
      <TableCell>
        <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>{" "}
        {connection.stateReason && <span className="text-n11">{connection.stateReason}</span>}{" "}
        {isHeldBack(connection, now) && connection.blockedUntil && (
          <span className="text-n11">
            {t("until")} <RelativeTime at={connection.blockedUntil} />
          </span>
        )}
      </TableCell>
      <TableCell colSpan={5} />
      <TableCell className="text-n11">
        {lastOkAt ? <RelativeTime at={lastOkAt} /> : t("never")}
      </TableCell>
    </TableRow>
  );
}

function SourceRow({ source }: { source: Source }) {
  const t = useTranslations("connectors");
  const { kind, state, ready, total, failed, counted, requests, throttledMs } = source;

  return (
    <TableRow>
      <TableCell />
      <TableCell className="text-n11">{kind}</TableCell>
      <TableCell>
        <Badge tone={sourceTones[state]}>{t(`source_${state}`)}</Badge>{" "}
        {source.stateReason && <span className="text-n11">{source.stateReason}</span>}
      </TableCell>
      <TableCell numeric>
        <span title={counted === null ? undefined : t("counted", { count: counted })}>
          {t("coverageOf", { ready, total })}
        </span>
      </TableCell>
      <TableCell numeric>{failed}</TableCell>
      <TableCell numeric>{requests}</TableCell>
      <TableCell numeric>{t("seconds", { seconds: Math.round(throttledMs / 1000) })}</TableCell>
      <TableCell>
        {source.pushExpiresAt ? (
          <>
            <RelativeTime at={source.pushExpiresAt} />{" "}
            {source.pushFailures > 0 && (
              <Badge tone="attention">{t("pushFailed", { count: source.pushFailures })}</Badge>
            )}
          </>
        ) : (
          <span className="text-n11">{t("noPush")}</span>
        )}
      </TableCell>
      <TableCell className="text-n11">
        {source.lastLookedAt ? <RelativeTime at={source.lastLookedAt} /> : t("never")}
      </TableCell>
    </TableRow>
  );
}
