"use client";

import { lookIntervals } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PageHeader } from "~/shell/page-header";
import type { Rules } from "~/sources/adding/choice";
import { RulesForm } from "~/sources/adding/rules-form";
import type { Source } from "~/sources/source";

/** Changes the name, the rules and the interval of a source. */
export function ChangeScreen({ id }: { id: string }) {
  const t = useTranslations("addSource");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const found = useQuery(trpc.sources.get.queryOptions({ id }));
  const trail = [{ href: "/sources", name: ts("title") }];

  if (!found.data)
    return (
      <>
        <PageHeader title={ts("change")} trail={trail} />
        {found.error ? <ProblemState error={found.error} /> : <Skeleton className="m-4 h-40" />}
      </>
    );
  const { source } = found.data;
  return (
    <>
      <PageHeader
        title={t("changeTitle", { name: source.name })}
        trail={[...trail, { href: `/sources/${id}`, name: source.name }]}
      />
      <ChangeForm key={source.version} source={source} />
    </>
  );
}

function ChangeForm({ source }: { source: Source }) {
  const t = useTranslations("addSource");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const router = useRouter();
  const changed = useToldChange(trpc.sources.pathKey());
  const [name, setName] = useState(source.name);
  const [rules, setRules] = useState<Rules>(source.rules);
  const [every, setEvery] = useState(lookIntervals.find((each) => each === source.everySeconds));
  const change = useMutation(
    trpc.sources.change.mutationOptions(
      changed(t("saved"), () => router.push(`/sources/${source.id}`)),
    ),
  );

  function save(event: FormEvent) {
    event.preventDefault();
    change.mutate({
      id: source.id,
      version: source.version,
      name,
      rules,
      ...(every && { everySeconds: every }),
    });
  }

  return (
    <form onSubmit={save} className="flex max-w-2xl flex-col gap-6 px-4 py-6">
      <Field label={t("name")}>
        {(control) => (
          <Input
            {...control}
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={300}
            dir="auto"
          />
        )}
      </Field>
      <Field label={t("every")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("every")}
            value={every ? String(every) : null}
            options={lookIntervals.map((each) => ({
              value: String(each),
              label: ts(`every_${each}`),
            }))}
            onChange={(next) => setEvery(lookIntervals.find((each) => String(each) === next))}
          />
        )}
      </Field>
      <RulesForm kind={source.kind} rules={rules} onChange={setRules} />
      <p className="text-n11 text-sm">{t("changeHint")}</p>
      <Button type="submit" variant="primary" loading={change.isPending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}
