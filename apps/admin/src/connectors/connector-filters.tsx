"use client";

import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import type { Chosen, ConnectorData } from "./connector";

const any = "any";

/** Narrows the connections to a state and a provider. Offers what there is, with its number. */
export function ConnectorFilters({
  data: { connections },
  chosen,
  onChoose,
}: {
  data: ConnectorData;
  chosen: Chosen;
  onChoose: (next: Partial<Chosen>) => void;
}) {
  const t = useTranslations("connectors");
  const states = [...new Set(connections.map(({ state }) => state))];
  const sourceStates = [
    ...new Set(connections.flatMap(({ sources }) => sources.map(({ state }) => state))),
  ];
  const providers = [...new Set(connections.map(({ provider }) => provider))];

  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label={t("state")}
        value={chosen.state ?? any}
        options={[
          { value: any, label: t("anyState") },
          ...states.map((state) => ({ value: state, label: t(`state_${state}`) })),
          ...sourceStates.map((state) => ({ value: state, label: t(`source_${state}`) })),
        ]}
        onChange={(next) => onChoose({ state: next === any ? null : next })}
      />
      <Select
        label={t("provider")}
        value={chosen.provider ?? any}
        options={[
          { value: any, label: t("anyProvider") },
          ...providers.map((each) => ({ value: each, label: t(`provider_${each}`) })),
        ]}
        onChange={(next) => onChoose({ provider: next === any ? null : next })}
      />
    </div>
  );
}
