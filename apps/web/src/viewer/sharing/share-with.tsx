"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useShell } from "~/shell/shell-context";
import { type DocumentAccess, useShareVerbs } from "./use-share-verbs";

/** Chooses a person or a group to share with; those that it is shared with already are not offered. */
export function ShareWith({ id, access }: { id: string; access: DocumentAccess }) {
  const t = useTranslations("sharing");
  const trpc = useTRPC();
  const { session } = useShell();
  const { share } = useShareVerbs();
  const [chosen, setChosen] = useState<string | null>(null);
  const members = useQuery(trpc.members.list.queryOptions({}));
  const groups = useQuery(trpc.groups.list.queryOptions({}));
  const has = new Set([
    session.user.id,
    ...access.people.map(({ userId }) => userId),
    ...access.groups.map(({ groupId }) => groupId),
  ]);
  const options = [
    ...(groups.data ?? []).map(({ id: value, name }) => ({ value, label: t("group", { name }) })),
    ...(members.data?.items ?? []).map(({ userId, name, email }) => ({
      value: userId,
      label: `${name} · ${email}`,
    })),
  ].filter(({ value }) => !has.has(value));

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t("personOrGroup")}
        placeholder={t(options.length > 0 ? "personOrGroup" : "nobodyLeft")}
        value={chosen}
        options={options}
        disabled={options.length === 0}
        onChange={setChosen}
        className="min-w-0 flex-1 basis-56"
      />
      <Button
        variant="primary"
        disabled={chosen === null}
        loading={share.isPending}
        onClick={() => {
          if (chosen === null) return;
          const target = chosen.startsWith("grp_") ? { groupId: chosen } : { userId: chosen };
          share.mutate({ id, with: [target] }, { onSuccess: () => setChosen(null) });
        }}
      >
        {t("share")}
      </Button>
    </div>
  );
}
