"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Input } from "@besunny/ui/fields/input";
import { Popover } from "@besunny/ui/overlays/popover";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";

import { offeredTags } from "./offered-tags";

/** True if all of the documents carry a tag, indeterminate if some do. */
export type Carried = boolean | "indeterminate";

/** A panel that puts tags on documents and takes them off. A name that no tag has makes a new one. */
export function TagMenu({
  trigger,
  carriedOf,
  onToggle,
}: {
  trigger: ReactNode;
  carriedOf: (name: string) => Carried;
  onToggle: (name: string, isOn: boolean) => void;
}) {
  const t = useTranslations("tags");

  return (
    <Popover label={t("title")} align="end" className="w-64 p-2" trigger={trigger}>
      <Choices carriedOf={carriedOf} onToggle={onToggle} />
    </Popover>
  );
}

function Choices({
  carriedOf,
  onToggle,
}: {
  carriedOf: (name: string) => Carried;
  onToggle: (name: string, isOn: boolean) => void;
}) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const names = (useQuery(trpc.tags.list.queryOptions({})).data?.items ?? []).map(
    ({ name }) => name,
  );
  const { shown, isNew } = offeredTags(names, text);

  function submit(event: FormEvent) {
    event.preventDefault();
    const name = isNew ? text.trim() : shown[0];
    if (!name) return;
    onToggle(name, carriedOf(name) !== true);
    setText("");
  }

  return (
    <div className="flex flex-col gap-1">
      <form onSubmit={submit}>
        <Input
          aria-label={t("find")}
          placeholder={t("find")}
          value={text}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <ul aria-label={t("title")} className="flex max-h-64 flex-col overflow-y-auto">
        {shown.map((name) => {
          const carried = carriedOf(name);
          return (
            <li key={name} className="flex min-h-8 items-center gap-2 px-1 coarse:min-h-10">
              <Checkbox
                label={name}
                checked={carried}
                onClick={() => onToggle(name, carried !== true)}
              />
              <bdi aria-hidden className="min-w-0 flex-1 truncate">
                {name}
              </bdi>
            </li>
          );
        })}
      </ul>
      {isNew && (
        <button
          type="button"
          onClick={() => {
            onToggle(text.trim(), true);
            setText("");
          }}
          className="flex min-h-8 items-center gap-2 rounded-md px-1 text-left hover:bg-n4 coarse:min-h-10"
        >
          <Plus aria-hidden className="size-4 shrink-0 text-n11" />
          <span className="min-w-0 truncate">{t("create", { name: text.trim() })}</span>
        </button>
      )}
      {names.length === 0 && !isNew && <p className="px-1 text-n11 text-sm">{t("noneYet")}</p>}
    </div>
  );
}
