"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Input } from "@besunny/ui/fields/input";
import { Menu, MenuItem, MenuLabel } from "@besunny/ui/overlays/menu";
import { Link } from "@besunny/web-kit/link";
import { Merge, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { toggled } from "~/queries/edit-query";
import { useTagVerbs } from "~/tags/use-tag-verbs";

export type ListedTag = Outputs["tags"]["list"]["items"][number];

/** One tag: its name, the way to its documents, and the changes to it. */
export function TagRow({
  tag: { id, name, documentCount },
  others,
  mayManage,
  onRemove,
}: {
  tag: ListedTag;
  others: readonly ListedTag[];
  mayManage: boolean;
  onRemove: () => void;
}) {
  const t = useTranslations("tags");
  const verbs = useTagVerbs();
  const [isNamed, setIsNamed] = useState(false);

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get("name") ?? "");
    void verbs.rename(id, next).then(
      () => setIsNamed(false),
      () => undefined,
    );
  }

  return (
    <li className="flex min-h-11 flex-wrap items-center gap-2 border-n5 border-b last:border-0">
      {isNamed ? (
        <form onSubmit={rename} className="flex min-w-0 flex-1 items-center gap-2 py-1">
          <Input
            name="name"
            aria-label={t("name")}
            defaultValue={name}
            maxLength={60}
            required
            autoFocus
            autoComplete="off"
          />
          <Button type="submit" size="sm" variant="primary">
            {t("save")}
          </Button>
          <Button size="sm" onClick={() => setIsNamed(false)}>
            {t("cancel")}
          </Button>
        </form>
      ) : (
        <>
          <bdi className="min-w-0 flex-1 truncate font-medium">{name}</bdi>
          <Link
            href={`/library?q=${encodeURIComponent(toggled("", "tag", name))}`}
            className="text-n11 text-sm tabular-nums underline underline-offset-2"
          >
            {t("documents", { count: documentCount })}
          </Link>
          {mayManage && (
            <span className="flex">
              <IconButton
                label={t("rename", { name })}
                icon={<Pencil />}
                onClick={() => setIsNamed(true)}
              />
              {others.length > 0 && (
                <Menu
                  align="end"
                  trigger={<IconButton label={t("merge", { name })} icon={<Merge />} />}
                >
                  <MenuLabel>{t("mergeInto", { name })}</MenuLabel>
                  {others.map((other) => (
                    <MenuItem
                      key={other.id}
                      onSelect={() => void verbs.merge(id, other.id).catch(() => undefined)}
                    >
                      <bdi>{other.name}</bdi>
                    </MenuItem>
                  ))}
                </Menu>
              )}
              <IconButton label={t("removeTag", { name })} icon={<Trash2 />} onClick={onRemove} />
            </span>
          )}
        </>
      )}
    </li>
  );
}
