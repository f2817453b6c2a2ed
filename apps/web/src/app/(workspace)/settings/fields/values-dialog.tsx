"use client";

import { Button } from "@besunny/ui/buttons/button";
import { LoadMore } from "@besunny/ui/buttons/load-more";
import { Field } from "@besunny/ui/fields/field";
import { Input, Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useFieldVerbs } from "~/fields/use-field-verbs";
import type { CustomField } from "~/fields/use-fields";
import { useSettled } from "~/queries/use-settled";

import { linesOf } from "./lines-of";
import { ValueRow } from "./value-row";

/** The most values that one request adds. */
const MOST_AT_ONCE = 10_000;

/** The values that a list offers: found while somebody types, read page by page, renamed, removed and added. */
export function ValuesDialog({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const verbs = useFieldVerbs();
  const [text, setText] = useState("");
  const [added, setAdded] = useState("");
  const q = useSettled(text.trim());
  const pages = useInfiniteQuery(
    trpc.fields.options.infiniteQueryOptions(
      { id: field.id, limit: 100, ...(q && { q }) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const options = pages.data?.pages.flatMap(({ items }) => items) ?? [];

  async function add(event: FormEvent) {
    event.preventDefault();
    const names = linesOf(added);
    try {
      for (let at = 0; at < names.length; at += MOST_AT_ONCE)
        await verbs.addOptions(field.id, names.slice(at, at + MOST_AT_ONCE));
      setAdded("");
    } catch {
      // The verb has shown why; the text stays for another try.
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("values", { name: field.name })}
      closeLabel={t("close")}
    >
      <div className="flex flex-col gap-4">
        <form onSubmit={(event) => void add(event)} className="flex flex-col gap-2">
          <Field label={t("addValues")} hint={t("optionsHint")}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                dir="auto"
                value={added}
                onChange={({ target }) => setAdded(target.value)}
              />
            )}
          </Field>
          <Button type="submit" size="sm" className="self-start" disabled={!added.trim()}>
            {t("addValues")}
          </Button>
        </form>
        <Input
          type="search"
          aria-label={t("findValue")}
          placeholder={t("findValue")}
          value={text}
          maxLength={120}
          onChange={({ target }) => setText(target.value)}
        />
        <ul aria-label={t("options")}>
          {options.map((option) => (
            <ValueRow key={option.id} fieldId={field.id} option={option} />
          ))}
        </ul>
        {pages.data && options.length === 0 && <p className="text-n11">{t("noValueFound")}</p>}
        {pages.hasNextPage && (
          <LoadMore
            label={t("moreValues")}
            loading={pages.isFetchingNextPage}
            onLoad={() => void pages.fetchNextPage()}
          />
        )}
      </div>
    </Dialog>
  );
}
