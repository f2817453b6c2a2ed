"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Tag } from "lucide-react";
import { useTranslations } from "next-intl";

import { TagList } from "./tag-list";
import { TagMenu } from "./tag-menu";
import { useTagVerbs } from "./use-tag-verbs";

/** The tags of one document, which people who may change it can put on and take off. */
export function DocumentTags({
  document: { id, tags, mayChange },
}: {
  document: { id: string; tags: readonly { id: string; name: string }[]; mayChange: boolean };
}) {
  const t = useTranslations("tags");
  const verbs = useTagVerbs();

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.length > 0 && <TagList tags={tags} />}
      {mayChange && (
        <TagMenu
          trigger={
            <Button size="sm" variant="ghost" icon={<Tag aria-hidden />}>
              {t("change")}
            </Button>
          }
          carriedOf={(name) => tags.some((tag) => tag.name === name)}
          onToggle={(name, isOn) =>
            void verbs
              .put({ ids: [id] }, isOn ? { add: [name] } : { remove: [name] })
              .catch(() => undefined)
          }
        />
      )}
    </div>
  );
}
