"use client";

import { doors } from "@besunny/api/browser/vocabulary";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { copyText } from "../page/copy-text";
import { type AuditEntry, type AuditOperations, titleOf } from "./audit-entry";
import { OutcomeBadge, Subject, useActorName } from "./audit-words";
import { type FieldChange, fieldChangesOf } from "./field-changes";

const MOST_SUBJECTS = 20;

/** Everything that a row of an audit log says, in a side panel. */
export function AuditDetails({
  entry,
  operations,
  onClose,
}: {
  entry: AuditEntry | null;
  operations: AuditOperations;
  onClose: () => void;
}) {
  const t = useTranslations("audit");

  return (
    <Sheet
      open={entry !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={entry ? titleOf(operations, entry.operation) : t("details")}
      closeLabel={t("close")}
    >
      {entry && <Details entry={entry} />}
    </Sheet>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const changes = fieldChangesOf(entry.changes);

  return (
    <div className="flex flex-col gap-6 p-4">
      <Facts entry={entry} />
      {entry.subjects.length > 0 && (
        <Part title={t("subjects", { count: entry.subjects.length })}>
          <ul className="flex flex-col gap-1 text-sm">
            {entry.subjects.slice(0, MOST_SUBJECTS).map((id) => (
              <li key={id}>
                <Subject entry={entry} id={id} />
              </li>
            ))}
          </ul>
          {entry.subjects.length > MOST_SUBJECTS && (
            <p className="mt-1 text-n11 text-sm">
              {t("andMore", { count: entry.subjects.length - MOST_SUBJECTS })}
            </p>
          )}
        </Part>
      )}
      {changes.length > 0 && (
        <Part title={t("changes")}>
          <Changes changes={changes} withSubject={entry.changes.length > 1} />
        </Part>
      )}
      {entry.workspace ? (
        <p className="text-n11 text-sm">{t("wordless")}</p>
      ) : (
        <Part title={t("input")}>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
            tabIndex={0}
            className="max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-md bg-n3 p-3 font-mono text-xs"
          >
            {JSON.stringify(entry.input, null, 2)}
          </pre>
        </Part>
      )}
    </div>
  );
}

function Facts({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const actorName = useActorName();
  const { actor, key, door, errorCode, traceId, reason, ip, userAgent, sessionId, erasedAt } =
    entry;
  const rows: [string, ReactNode][] = [
    [t("time"), format.dateTime(entry.createdAt, { dateStyle: "full", timeStyle: "medium" })],
    [t("who"), <bdi key="who">{actorName(actor)}</bdi>],
    [t("email"), actor.email],
    [t("workspace"), entry.workspace && <bdi key="workspace">{entry.workspace.name}</bdi>],
    [t("key"), key && (key.name ?? key.id)],
    [t("door"), door && doorWords(door, t)],
    [
      t("outcome"),
      <span key="outcome" className="inline-flex flex-wrap items-center gap-2">
        <OutcomeBadge outcome={entry.outcome} />
        {errorCode && <span className="font-mono text-xs">{errorCode}</span>}
      </span>,
    ],
    [t("reason"), reason],
    [t("ip"), ip && <bdi key="ip">{ip}</bdi>],
    [t("browser"), userAgent],
    [t("session"), sessionId && <Mono key="session">{sessionId}</Mono>],
    [t("erased"), erasedAt && format.dateTime(erasedAt, { dateStyle: "medium" })],
    [
      t("operation"),
      <span key="operation" className="break-all font-mono text-xs">
        {entry.operation}
      </span>,
    ],
    [t("trace"), traceId && <TraceId key="trace" id={traceId} />],
  ];

  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-n11">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Mono({ children }: { children: string }) {
  return <span className="break-all font-mono text-xs">{children}</span>;
}

function doorWords(door: string, t: ReturnType<typeof useTranslations<"audit">>): string {
  const known = doors.find((each) => each === door);
  return known ? t(`door_${known}`) : door;
}

function TraceId({ id }: { id: string }) {
  const t = useTranslations("audit");
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="break-all font-mono text-xs">{id}</span>
      <Button size="sm" onClick={() => void copyText(id).then(() => toast.done(t("copied")))}>
        {t("copy")}
      </Button>
    </span>
  );
}

/** Each field with what it was, struck through, and what it became. */
function Changes({ changes, withSubject }: { changes: FieldChange[]; withSubject: boolean }) {
  const t = useTranslations("audit");

  return (
    <dl className="flex flex-col gap-3 text-sm">
      {changes.map(({ subject, field, before, after }) => (
        <div key={`${subject}/${field}`}>
          <dt className="text-n11 text-xs">
            {field}
            {withSubject && <span className="ml-2 break-all font-mono">{subject}</span>}
          </dt>
          <dd className="mt-1 flex flex-col gap-1">
            <del className="break-words rounded-sm bg-bad-soft px-2 py-1 text-bad">
              <span className="sr-only">{t("before")} </span>
              <bdi>{before ?? t("nothing")}</bdi>
            </del>
            <ins className="break-words rounded-sm bg-good-soft px-2 py-1 text-good no-underline">
              <span className="sr-only">{t("after")} </span>
              <bdi>{after ?? t("nothing")}</bdi>
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-n11 text-xs">{title}</h3>
      {children}
    </section>
  );
}
