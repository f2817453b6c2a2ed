"use client";

import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useNames } from "~/i18n/use-names";
import { PageHeader } from "~/shell/page-header";
import { Panel } from "../panel";
import { CardFields } from "./card-fields";
import { OwnFieldForm } from "./own-field-form";

/** The fields that are looked for in documents of each type. */
export function Cards({ mayChange }: { mayChange: boolean }) {
  const t = useTranslations("cards");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const [type, setType] = useQueryState("type", parseAsString.withDefault("invoice"));
  const types = useQuery(trpc.taxonomy.list.queryOptions());
  const card = useQuery(trpc.cards.get.queryOptions({ type }));

  return (
    <>
      <PageHeader title={t("title")} />
      <Panel title={t("fields")} hint={t("hint")}>
        <Select
          label={t("type")}
          value={type}
          options={(types.data?.items ?? []).map(({ name }) => ({
            value: name,
            label: capitalised(typeName(name)),
          }))}
          onChange={(next) => void setType(next)}
        />
        {card.error && <FormProblem problem={problemOf(card.error)} />}
        {card.data && <CardFields type={type} fields={card.data.fields} mayChange={mayChange} />}
      </Panel>
      {mayChange && (
        <Panel title={t("addField")} hint={t("addHint")}>
          <OwnFieldForm type={type} />
        </Panel>
      )}
    </>
  );
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
