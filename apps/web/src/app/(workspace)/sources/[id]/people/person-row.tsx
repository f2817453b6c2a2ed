"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

type Person = Outputs["sources"]["people"]["items"][number];

/** One address: whose it is and how that is known, or who it may be and why nobody has access by it. */
export function PersonRow({ connectionId, person }: { connectionId: string; person: Person }) {
  const t = useTranslations("sourcePeople");
  const { address, members, suggested } = person;

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-n5 border-b py-3">
      <div className="min-w-56 flex-1">
        <p className="font-medium">
          <bdi className="break-all">{address}</bdi>
        </p>
        {members.map(({ id, name, provenBy }) => (
          <p key={id} className="text-n11 text-sm">
            {name} <Badge tone="good">{t(`proven_${provenBy}`)}</Badge>
          </p>
        ))}
        {members.length === 0 && (
          <p className="text-n11 text-sm">
            {suggested[0] ? t("suggested", { name: suggested[0].name }) : t("noMember")}
          </p>
        )}
      </div>
      <PersonActions connectionId={connectionId} person={person} />
    </li>
  );
}

function PersonActions({ connectionId, person }: { connectionId: string; person: Person }) {
  const t = useTranslations("sourcePeople");
  const trpc = useTRPC();
  const { address, members, suggested } = person;
  const changed = useToldChange(trpc.sources.pathKey());
  const everybody = useQuery(trpc.members.list.queryOptions({}));
  const [chosen, setChosen] = useState(suggested[0]?.id ?? null);
  const all = everybody.data?.items ?? [];
  const name = all.find(({ userId }) => userId === chosen)?.name ?? suggested[0]?.name ?? "";
  const confirm = useMutation(
    trpc.sources.confirmPerson.mutationOptions(changed(t("confirmed", { address, name }))),
  );
  const withdraw = useMutation(
    trpc.sources.withdrawPerson.mutationOptions(changed(t("withdrawn", { address }))),
  );

  if (members.length > 0)
    return members.some(({ provenBy }) => provenBy === "admin") ? (
      <Button
        size="sm"
        aria-label={t("withdrawOf", { address })}
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ connectionId, address })}
      >
        {t("withdraw")}
      </Button>
    ) : null;
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label={t("member")}
        value={chosen}
        placeholder={t("choose")}
        options={all.map((each) => ({ value: each.userId, label: each.name }))}
        onChange={setChosen}
      />
      <Button
        disabled={chosen === null}
        aria-label={t("confirmOf", { address, name })}
        loading={confirm.isPending}
        onClick={() => chosen && confirm.mutate({ connectionId, address, userId: chosen })}
      >
        {t("confirm")}
      </Button>
    </div>
  );
}
