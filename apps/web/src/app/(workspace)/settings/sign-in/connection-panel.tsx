"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Panel } from "../panel";
import { ConnectionForm } from "./connection-form";
import { Domains } from "./domains";

type Connection = Outputs["signIn"]["get"]["connections"][number];

/** The sign-in of an organisation: what to enter at the issuer, a test, its domains, and the switch. */
export function ConnectionPanel({
  connection,
  refresh,
}: {
  connection: Connection;
  refresh: () => void;
}) {
  const t = useTranslations("signingIn");
  const trpc = useTRPC();
  const [isEditing, setIsEditing] = useState(false);
  const turn = useMutation(trpc.signIn.turnConnection.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(trpc.signIn.removeConnection.mutationOptions({ onSuccess: refresh }));
  const { id, kind, name, isOn, isTested, people, entityId, callbackUrl, logoutUrl } = connection;
  const error = turn.error ?? remove.error;

  return (
    <Panel
      title={name}
      hint={
        <>
          {t(`kind_${kind}`)} · {t("people", { count: people })}{" "}
          <Badge tone={isOn ? "accent" : "neutral"}>{isOn ? t("on") : t("off")}</Badge>
        </>
      }
    >
      {isEditing ? (
        <ConnectionForm
          kind={kind}
          connection={connection}
          onDone={() => {
            setIsEditing(false);
            refresh();
          }}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <dl className="grid gap-2 text-sm sm:grid-cols-[12rem_1fr]">
            <Fact label={t("issuer")} value={connection.issuer} />
            {kind === "saml" && <Fact label={t("entityId")} value={entityId} />}
            <Fact label={kind === "saml" ? t("acs") : t("callback")} value={callbackUrl} />
            {logoutUrl && <Fact label={t("logout")} value={logoutUrl} />}
            {connection.certificates.map(({ fingerprint, expiresAt }) => (
              <Fact
                key={fingerprint}
                label={t("certificate")}
                value={`${fingerprint} ${expiresAt ? `– ${expiresAt.toISOString().slice(0, 10)}` : ""}`}
              />
            ))}
          </dl>
          <div className="flex flex-wrap gap-2">
            <Button asChild>
              <a href={`/api/auth/sso/begin?id=${id}&mode=test&next=/settings/sign-in`}>
                {t("test")}
              </a>
            </Button>
            <Button
              variant={isOn ? "secondary" : "primary"}
              disabled={!isOn && !isTested}
              loading={turn.isPending}
              onClick={() => turn.mutate({ id, isOn: !isOn })}
            >
              {isOn ? t("turnOff") : t("turnOn")}
            </Button>
            <Button onClick={() => setIsEditing(true)}>{t("change")}</Button>
            {!isOn && (
              <Button loading={remove.isPending} onClick={() => remove.mutate({ id })}>
                {t("remove")}
              </Button>
            )}
          </div>
          {!isTested && <p className="text-n11 text-sm">{t("notTested")}</p>}
          {error && <FormProblem problem={problemOf(error)} />}
          <Domains connection={connection} refresh={refresh} />
        </div>
      )}
    </Panel>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-n11">{label}</dt>
      <dd className="break-all font-mono text-xs">{value}</dd>
    </>
  );
}
