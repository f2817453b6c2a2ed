"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { watchTells } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { toast } from "@besunny/ui/feedback/toast";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { Popover } from "@besunny/ui/overlays/popover";
import type { AuditFilters } from "@besunny/web-kit/audit/audit-filters";
import { useAuditFilters } from "@besunny/web-kit/audit/audit-log";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

type Watch = Outputs["workspace"]["watches"]["items"][number];
type Tells = (typeof watchTells)[number];

/** The saved filters of the log, each with whom it notifies, and a way to save the filter that is set. */
export function Watches() {
  const t = useTranslations("watches");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.workspace.watches.queryOptions({}));
  const [filters] = useAuditFilters();
  const wanted = watchable(filters);
  const items = data?.items ?? [];
  if (items.length === 0 && !wanted) return null;

  return (
    <section aria-label={t("title")} className="border-b px-4 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-medium">{t("title")}</h2>
        {wanted && <AddWatch filter={wanted} />}
      </div>
      {items.length > 0 && (
        <ul className="mt-1 flex flex-col">
          {items.map((watch) => (
            <WatchLine key={watch.id} watch={watch} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WatchLine({ watch: { id, name, filter, tells, madeBy } }: { watch: Watch }) {
  const t = useTranslations("watches");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [, setFilters] = useAuditFilters();
  const settled = {
    onError: (error: unknown) => toast.failed(problemOf(error).message),
    onSettled: () => cache.invalidateQueries(trpc.workspace.watches.pathFilter()),
  };
  const change = useMutation(trpc.workspace.changeWatch.mutationOptions(settled));
  const remove = useMutation(trpc.workspace.removeWatch.mutationOptions(settled));

  function show() {
    const { actorId, actorKind, ip, operation, outcome, subject } = filter;
    void setFilters({
      ...{ id: null, from: null, to: null },
      ...{ actorId: actorId ?? null, actorKind: actorKind ?? null, ip: ip ?? null },
      ...{ operation: operation ?? null, outcome: outcome ?? null, subject: subject ?? null },
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <Button size="sm" variant="ghost" className="min-w-0 max-w-full" onClick={show}>
        <bdi className="truncate">{name}</bdi>
      </Button>
      <span className="flex items-center gap-2">
        <span aria-hidden className="text-n11">
          {t("tells")}
        </span>
        <TellsSelect
          label={t("tellsOf", { name })}
          value={change.variables?.tells ?? tells}
          maker={madeBy?.name ?? null}
          onChange={(next) => change.mutate({ id, tells: next })}
        />
        <IconButton
          label={t("remove", { name })}
          icon={<Trash2 aria-hidden />}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id })}
        />
      </span>
    </li>
  );
}

function AddWatch({ filter }: { filter: Watch["filter"] }) {
  const t = useTranslations("watches");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [tells, setTells] = useState<Tells>("maker");
  const add = useMutation(
    trpc.workspace.addWatch.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries(trpc.workspace.watches.pathFilter());
        setIsOpen(false);
        toast.done(t("added"));
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    add.mutate({ name, filter, tells });
  }

  return (
    <Popover
      label={t("add")}
      trigger={<Button size="sm">{t("add")}</Button>}
      className="w-72"
      open={isOpen}
      onOpenChange={(next) => {
        add.reset();
        setIsOpen(next);
      }}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-n11 text-sm">{t("hint")}</p>
        <Input name="name" aria-label={t("name")} placeholder={t("name")} required maxLength={80} />
        <TellsSelect label={t("tells")} value={tells} maker={null} onChange={setTells} />
        {add.error && (
          <p role="alert" className="text-bad text-sm">
            {problemOf(add.error).message}
          </p>
        )}
        <Button type="submit" variant="primary" loading={add.isPending}>
          {t("save")}
        </Button>
      </form>
    </Popover>
  );
}

/** `maker` names who made it; null for the one who is about to. */
function TellsSelect({
  label,
  value,
  maker,
  onChange,
}: {
  label: string;
  value: Tells;
  maker: string | null;
  onChange: (next: Tells) => void;
}) {
  const t = useTranslations("watches");
  const words = (each: Tells) => (each === "maker" && maker !== null ? maker : t(`tells_${each}`));
  return (
    <Select
      label={label}
      value={value}
      options={watchTells.map((each) => ({ value: each, label: words(each) }))}
      onChange={(next) => onChange(watchTells.find((each) => each === next) ?? value)}
    />
  );
}

/** Returns what a watch keeps of the filters: those but days and one entry. Null: none of them is set. */
function watchable({
  actorId,
  actorKind,
  ip,
  subject,
  operation,
  outcome,
}: AuditFilters): Watch["filter"] | null {
  const filter = {
    ...(actorId && { actorId }),
    ...(actorKind && { actorKind }),
    ...(ip && { ip }),
    ...(subject && { subject }),
    ...(operation && { operation }),
    ...(outcome && { outcome }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}
